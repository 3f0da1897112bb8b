/**
 * Storage in a database: many entries are read and keys paged through JPA; one entry is read, and entries are written, by one
 * statement each. Takes part in the caller's transaction.
 */
@NullMarked
package org.restante.storage.jpa;

import org.jspecify.annotations.NullMarked;
