package org.restante.bench;

import org.jspecify.annotations.Nullable;

/** A way of remembering messages of many profiles. */
interface SentMessages {

    void put(int profile, String id, byte[] message);

    byte @Nullable [] get(int profile, String id);

    /** How many messages of a profile there are. */
    int count(int profile);

    /** Forgets everything. */
    void clear();
}
