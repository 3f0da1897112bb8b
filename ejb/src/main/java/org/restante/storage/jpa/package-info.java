/**
 * Storage in a database: entries are read and written by SQL, one statement each where the database has one for it; keys are
 * paged through JPA. Takes part in the caller's transaction.
 */
@NullMarked
package org.restante.storage.jpa;

import org.jspecify.annotations.NullMarked;
