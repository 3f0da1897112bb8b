/**
 * {@code Idempotency-Key} for REST resources (draft-ietf-httpapi-idempotency-key-header): a request that is sent once more
 * gets the answer of the first and is not done again. For Restante's own resources and for those of applications.
 */
@NullMarked
package org.restante.idempotency;

import org.jspecify.annotations.NullMarked;
