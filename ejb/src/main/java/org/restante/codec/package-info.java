/**
 * Values to bytes and back: CBOR for objects, raw for {@code byte[]}, encryption at rest, and the versioned envelope in
 * which adapters keep both. Java serialization is never used. Knows names and limits, no store.
 */
@NullMarked
package org.restante.codec;

import org.jspecify.annotations.NullMarked;
