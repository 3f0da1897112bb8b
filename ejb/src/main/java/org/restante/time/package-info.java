/**
 * One clock for every node: the time of the shared database, carried on by each node's monotonic clock. Everything that
 * compares times of several nodes asks it; nothing asks the system clock.
 */
@NullMarked
package org.restante.time;

import org.jspecify.annotations.NullMarked;
