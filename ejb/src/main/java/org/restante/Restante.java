package org.restante;

import org.restante.dedup.DedupCache;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;
import org.restante.storage.Profiles;

/**
 * Everything that Restante remembers, for those who learn at run time whose state they need: a gateway reads the profile
 * from the message. Injected, or built in plain Java by {@link org.restante.wiring.PlainRestante}. Thread-safe.
 */
public interface Restante {

    /** The services of one profile; costs nothing, also for a profile never seen before. */
    Profile profile(ProfileId id);

    /**
     * The services of one profile.
     *
     * @throws InvalidInputException when the name breaks the limits of {@link ProfileId}
     */
    default Profile profile(String id) {
        return profile(new ProfileId(id));
    }

    /**
     * What was handled of that namespace; costs nothing, also for a namespace never seen before.
     *
     * @throws InvalidInputException when the name is empty or over 64 characters
     */
    DedupCache dedup(String namespace);

    /** The profiles that hold data. */
    Profiles profiles();
}
