/**
 * Sets of Signal keys that change together: read, decided on and written in one transaction under locks. The entries are
 * those of {@link org.restante.storage.Storage}; what is here adds the locks, the buffer of a transaction and its retry.
 * Where the locks are kept is behind {@link org.restante.keystore.KeyLocks}.
 */
@NullMarked
package org.restante.keystore;

import org.jspecify.annotations.NullMarked;
