package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.restante.ForProfile;
import org.restante.entry.Namespace;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryEntry;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;
import org.restante.time.ClusterClock;

/** An application's own adapter, chosen by the name of its bean. */
@InsideTheServer
class OwnAdapterIT {

    private static final Namespace<String> NOTES = Namespace.of("notes", String.class);

    @Inject
    @ForProfile("own")
    Storage storage;

    @Inject
    OwnAdapter adapter;

    @Inject
    @ForProfile("own")
    RetryCache retries;

    @Inject
    OwnRetries retryAdapter;

    @Inject
    ClusterClock time;

    @Deployment
    static EnterpriseArchive ear() {
        JavaArchive library = ShrinkWrap.create(JavaArchive.class, "own-adapter.jar")
                .addClasses(OwnAdapter.class, OwnRetries.class, OwnOutbox.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsManifestResource(
                        new StringAsset("restante.storage.adapter=mine\nrestante.retry.adapter=my-retries"),
                        "microprofile-config.properties");
        PackagedEar ear = PackagedEar.open()
                .with(OwnAdapterIT.class)
                .withPackagesOf(Scenario.class)
                .withLibrariesOf(Assertions.class);
        // Payara shows the engine no beans of the EAR's libraries
        boolean onPayara = "payara".equals(System.getProperty("arquillian.launch"));
        return (onPayara ? ear.withOwnModule(library) : ear.withOwnLibrary(library)).archive();
    }

    @Test
    @Scenario("S15")
    void keepsTheEntriesAndSaysWhatItLacks() {
        storage.put(NOTES, "k", "kept by the application");

        assertThat(adapter.read(List.of(NOTES.key(new ProfileId("own"), "k")))).hasSize(1);
        assertThatThrownBy(storage::clear)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContainingAll("mine", "clear");
    }

    @Test
    @Scenario("R8")
    void keepsTheSentMessagesBeforeTheApplicationsOutbox() {
        RetryEntry sent = new RetryEntry("r", new byte[] {5}, time.instant().toEpochMilli());
        retries.put("m", sent);

        assertThat(retries.get("m")).contains(sent);
        assertThat(retries.get("outbox")).contains(OwnOutbox.SENT);
        assertThat(retryAdapter.count(new ProfileId("own"), 0)).isEqualTo(1);
    }
}
