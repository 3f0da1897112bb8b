package org.restante.entry;

import java.util.Comparator;

/**
 * The whole address of an entry. Compared exactly: no case folding, no trimming, no Unicode normalisation. The natural
 * order is the one in which several entries are locked.
 *
 * @param profile whose entry it is
 * @param namespace 1 to {@value Namespace#MAX_LENGTH} characters (Unicode code points), without U+0000
 * @param key 1 to {@value #MAX_LENGTH} characters (Unicode code points), without U+0000
 */
public record EntryKey(ProfileId profile, String namespace, String key) implements Comparable<EntryKey> {

    public static final int MAX_LENGTH = 512;

    private static final Comparator<EntryKey> ORDER = Comparator.comparing(EntryKey::profile)
            .thenComparing(EntryKey::namespace)
            .thenComparing(EntryKey::key);

    /** @throws InvalidInputException naming {@code namespace} or {@code key} and the limit that it breaks */
    public EntryKey {
        Names.require("namespace", namespace, Namespace.MAX_LENGTH);
        requireKey("key", key);
    }

    /**
     * Checks a key that comes under another name, as the place where a listing goes on.
     *
     * @throws InvalidInputException naming that field and the limit that the key breaks
     */
    public static void requireKey(String field, String key) {
        Names.require(field, key, MAX_LENGTH);
    }

    @Override
    public int compareTo(EntryKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return profile + "/" + namespace + "/" + key;
    }
}
