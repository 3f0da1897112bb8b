package org.restante.chat;

import org.restante.entry.ProfileId;

/**
 * Keeps windows of keys, one for each room of a profile, in the order of their last marks. A profile has each key once: it
 * stays in the room with which it came, and is found whatever room is told with it.
 */
public interface DedupeStore {

    /** Whether the key is there. */
    boolean contains(ProfileId profile, DedupeKey key);

    /** Makes the key the newest of its room's window, and drops the oldest beyond the limit; whether it was there. */
    boolean mark(ProfileId profile, DedupeKey key, int limit);
}
