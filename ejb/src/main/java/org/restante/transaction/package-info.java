/**
 * The one door to a transaction and to the database behind it: container-managed in a server, resource-local in plain Java.
 * Whoever stores something asks here for an entity manager or a connection, and never opens one itself.
 */
@NullMarked
package org.restante.transaction;

import org.jspecify.annotations.NullMarked;
