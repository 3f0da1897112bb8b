/** Locks as rows of the shared database, held by the transaction that writes the keys. */
@NullMarked
package org.restante.keystore.jpa;

import org.jspecify.annotations.NullMarked;
