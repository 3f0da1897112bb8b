package org.restante.storage.contract;

import java.util.concurrent.ThreadFactory;
import org.restante.Restante;
import org.restante.entry.ProfileId;
import org.restante.storage.Storage;
import org.restante.storage.StorageAdapter;
import org.restante.wiring.PlainRestante;

/** What the contracts are run against. */
public interface StorageFixture {

    /** The adapter to test, the same one throughout a test. Its store may hold other data. */
    StorageAdapter adapter();

    /** Makes the threads of races; inside a server they may have to be managed ones. */
    default ThreadFactory threads() {
        return Thread::new;
    }

    /** The services over the adapter, without encryption. */
    default Restante restante() {
        return PlainRestante.over(adapter());
    }

    /** The storage of that profile. */
    default Storage storage(ProfileId profile) {
        return restante().profile(profile).storage();
    }

    /** The storage of a profile that was never used before. */
    default Storage freshStorage() {
        return storage(Fresh.profile());
    }
}
