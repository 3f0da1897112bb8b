package org.restante.storage;

import java.util.List;
import org.restante.entry.ProfileId;

/** The profiles that hold data. Thread-safe; throws {@link StorageUnavailableException} when the store cannot be reached. */
public interface Profiles {

    /** Each profile that holds at least one entry, in a fixed order; empty when there is none. */
    List<ProfileId> list();

    /** The same profiles with what their credentials tell, in a bounded number of statements. */
    List<ProfileDescription> describe();
}
