package org.restante;

import org.restante.entry.ProfileId;
import org.restante.keystore.DecryptOnce;
import org.restante.keystore.KeyStore;
import org.restante.storage.Storage;

/** The services of one profile, each bound to it. Thread-safe. */
public interface Profile {

    ProfileId id();

    /** The durable entries of this profile. */
    Storage storage();

    /** The keys of this profile, changed under locks. */
    KeyStore keyStore();

    /** The messages of this profile that are decrypted and not handled yet. */
    DecryptOnce decryptOnce();
}
