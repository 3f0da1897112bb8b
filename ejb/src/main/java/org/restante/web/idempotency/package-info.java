/**
 * {@code Idempotency-Key} for REST resources (draft-ietf-httpapi-idempotency-key-header): a request that is sent once more
 * gets the answer of the first and is not done again. For Restante's own resources and for those of applications, and so in
 * the engine's JAR: no module of an EAR sees the classes of a WAR.
 */
@NullMarked
package org.restante.web.idempotency;

import org.jspecify.annotations.NullMarked;
