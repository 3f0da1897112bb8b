package org.restante.metering;

import java.util.List;
import org.restante.entry.ProfileId;
import org.restante.storage.ProfileDescription;
import org.restante.storage.Profiles;

/** The profiles that hold data, measured. */
record MeteredProfiles(Profiles profiles, Timing timing) implements Profiles {

    @Override
    public List<ProfileId> list() {
        return timing.timed(Operation.STORAGE_LIST_PROFILES, profiles::list, found -> Outcome.DONE);
    }

    @Override
    public List<ProfileDescription> describe() {
        return timing.timed(Operation.STORAGE_DESCRIBE_PROFILES, profiles::describe, found -> Outcome.DONE);
    }
}
