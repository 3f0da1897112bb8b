package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.ThreadFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.restante.ForProfile;
import org.restante.Profile;
import org.restante.entry.Namespace;
import org.restante.storage.Profiles;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;
import org.restante.storage.contract.StorageContract;

/** The storage contract inside the server, against the EAR as it is packaged, on the server's data source and provider. */
@InsideTheServer
class StorageInsideTheServerIT implements StorageContract {

    private static final Namespace<String> NOTES = Namespace.of("notes", String.class);

    @Inject
    @Named("jpa")
    StorageAdapter adapter;

    @Inject
    @ForProfile("injected")
    Storage storage;

    @Inject
    @ForProfile("injected")
    Profile profile;

    @Inject
    Profiles profiles;

    @Resource
    ManagedThreadFactory threads;

    @Deployment
    static EnterpriseArchive ear() {
        return PackagedEar.withContract(StorageInsideTheServerIT.class, StorageContract.class);
    }

    @Override
    public StorageAdapter adapter() {
        return adapter;
    }

    @Override
    public ThreadFactory threads() {
        return threads;
    }

    @Test
    void whatIsInjectedForAProfileIsBoundToIt() {
        storage.put(NOTES, "injected", "here");

        assertThat(profile.storage().get(NOTES, "injected")).contains("here");
        assertThat(profiles.list()).contains(profile.id());
    }
}
