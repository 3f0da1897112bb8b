/**
 * Storage in a database: read and paged through JPA, written by one conditional statement each. Takes part in the caller's
 * transaction.
 */
@NullMarked
package org.restante.storage.jpa;

import org.jspecify.annotations.NullMarked;
