package org.restante.dedup;

import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.Namespace;

/**
 * What is done once: an idempotency key within its namespace. Compared exactly.
 *
 * @param namespace 1 to 64 characters (Unicode code points), without U+0000
 * @param key 1 to {@value EntryKey#MAX_LENGTH} characters, without U+0000
 */
public record DedupKey(String namespace, String key) {

    private static final int SHOWN = 8;

    /** @throws InvalidInputException naming {@code namespace} or {@code key} and the limit that it breaks */
    public DedupKey {
        Namespace.requireName(namespace);
        EntryKey.requireKey("key", key);
    }

    /** The beginning of the key: it may hold a telephone number. */
    @Override
    public String toString() {
        int shown = key.offsetByCodePoints(0, Math.min(SHOWN, key.codePointCount(0, key.length()) / 2));
        return namespace + ":" + key.substring(0, shown) + "…";
    }
}
