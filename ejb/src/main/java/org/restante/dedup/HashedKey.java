package org.restante.dedup;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim is kept.
 *
 * @param hash of the key, must not be modified
 */
public record HashedKey(DedupKey key, byte[] hash) {

    /** Two keys of one namespace with one hash have one place. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HashedKey that
                && key.namespace().equals(that.key.namespace())
                && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return 31 * key.namespace().hashCode() + Arrays.hashCode(hash);
    }

    /** The namespace and the hash in hexadecimal digits. */
    @Override
    public String toString() {
        return key.namespace() + ":" + HexFormat.of().formatHex(hash);
    }
}
