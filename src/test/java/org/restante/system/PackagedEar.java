package org.restante.system;

import java.io.File;
import java.net.URISyntaxException;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The EAR that the build has packaged, the very file, with tests added to its WAR: what an {@code @Deployment} method
 * returns.
 */
public final class PackagedEar {

    private static final ArchivePath WAR = ArchivePaths.create("/restante-web.war");

    private final EnterpriseArchive ear;
    private final WebArchive war;

    private PackagedEar() {
        ear = ShrinkWrap.create(ZipImporter.class, "restante.ear")
                .importFrom(Settings.EAR.toFile())
                .as(EnterpriseArchive.class);
        war = ear.getAsType(WebArchive.class, WAR);
    }

    public static PackagedEar open() {
        return new PackagedEar();
    }

    /** Adds these classes, with those inside them: the test itself and the beans that it brings. */
    public PackagedEar with(Class<?>... classes) {
        war.addClasses(classes);
        return this;
    }

    /** Adds the packages of these classes from the test class path, such as the contracts of the engine's test JAR. */
    public PackagedEar withPackagesOf(Class<?>... classes) {
        for (Class<?> one : classes) {
            war.addPackage(one.getPackage());
        }
        return this;
    }

    /** Adds the libraries that hold these classes, such as AssertJ and Awaitility. */
    public PackagedEar withLibrariesOf(Class<?>... classes) {
        for (Class<?> one : classes) {
            File jar = location(one);
            war.addAsLibrary(jar, jar.getName());
        }
        return this;
    }

    public EnterpriseArchive archive() {
        ear.delete(WAR);
        return ear.addAsModule(Testable.archiveToTest(war));
    }

    private static File location(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
