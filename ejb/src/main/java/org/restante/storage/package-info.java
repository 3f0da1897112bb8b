/**
 * Durable entries by (profile, namespace, key). {@link org.restante.storage.Storage} is what a bean uses, typed and bound to
 * a profile; {@link org.restante.storage.StorageAdapter} is what keeps the bytes. Codec, encryption and events live
 * between the two, once for all adapters.
 */
@NullMarked
package org.restante.storage;

import org.jspecify.annotations.NullMarked;
