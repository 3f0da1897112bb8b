package org.restante.system;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.restante.storage.contract.Fresh;
import org.restante.testing.Race;

/**
 * The EAR that the build has packaged, the very file, with a WAR of tests beside its own: what an {@code @Deployment}
 * method returns. Beside it, because in Restante's own WAR nothing is reached without a password.
 */
public final class PackagedEar {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    /** What comes behind the modules. */
    private static final String LIBRARIES = "<library-directory>";

    private static final String MODULE =
            "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>";

    private final EnterpriseArchive ear;
    private final WebArchive war;
    private String modules = MODULE;

    private PackagedEar() {
        ear = ShrinkWrap.create(ZipImporter.class, "restante.ear")
                .importFrom(Settings.EAR.toFile())
                .as(EnterpriseArchive.class);
        war = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                // without it a test inside knows of no injection
                .addClass(InsideTheServer.class);
    }

    public static PackagedEar open() {
        return new PackagedEar();
    }

    /** The EAR with that test and the package of the contract that it runs, and what contracts are written with. */
    public static EnterpriseArchive withContract(Class<?> test, Class<?> contract) {
        return open().with(test, Fresh.class)
                .withPackagesOf(contract, Race.class)
                .withLibrariesOf(Assertions.class, Awaitility.class, Matchers.class)
                .archive();
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
            File jar = Locations.of(one).toFile();
            war.addAsLibrary(jar, jar.getName());
        }
        return this;
    }

    /** Adds a library to the EAR's own, beside those that Restante brings. */
    public PackagedEar withOwnLibrary(JavaArchive library) {
        ear.addAsLibrary(library);
        return this;
    }

    /** Adds an EJB JAR of that name with these classes, beside Restante's. */
    public PackagedEar withEjbJar(String name, Class<?>... classes) {
        return withOwnModule(ShrinkWrap.create(JavaArchive.class, name)
                .addClasses(classes)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"));
    }

    /** Adds an EJB JAR beside Restante's. */
    public PackagedEar withOwnModule(JavaArchive module) {
        ear.addAsModule(module);
        modules += "<module><ejb>" + module.getName() + "</ejb></module>";
        return this;
    }

    public EnterpriseArchive archive() {
        String descriptor = text(ear.delete(ArchivePaths.create(DESCRIPTOR)));
        return ear.add(new StringAsset(descriptor.replace(LIBRARIES, modules + LIBRARIES)), DESCRIPTOR)
                .addAsModule(Testable.archiveToTest(war));
    }

    /** Writes the archive, for servers that Arquillian does not start. */
    public Path file(Path file) {
        archive().as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static String text(Node file) {
        try (InputStream in = file.getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
