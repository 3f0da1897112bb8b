package org.restante.storage.contract;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.entry.ProfileId;

/** Profiles that nobody used before, in this run or in an earlier one on the same database. */
public final class Fresh {

    private static final int GRINNING_FACE = 0x1F600;
    private static final String RUN = UUID.randomUUID().toString().replace("-", "");
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Fresh() {}

    /** One of 45 characters. */
    public static ProfileId profile() {
        return new ProfileId("contract-" + name());
    }

    /** As many characters as a profile may have, each of four bytes in UTF-8. */
    static ProfileId longestProfile() {
        StringBuilder name = new StringBuilder();
        name().chars().map(digit -> GRINNING_FACE + Character.digit(digit, 16)).forEach(name::appendCodePoint);
        while (name.codePointCount(0, name.length()) < ProfileId.MAX_LENGTH) {
            name.appendCodePoint(GRINNING_FACE);
        }
        return new ProfileId(name.toString());
    }

    private static String name() {
        return RUN + String.format("%08x", COUNTER.incrementAndGet());
    }
}
