package org.restante;

import org.restante.entry.ProfileId;
import org.restante.storage.Storage;

/** The services of one profile, each bound to it. Thread-safe. */
public interface Profile {

    ProfileId id();

    /** The durable entries of this profile. */
    Storage storage();
}
