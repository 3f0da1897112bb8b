/**
 * The vocabulary that every other package speaks: names with their limits, checked once where they enter, and the root of
 * the exceptions. Value types only; nothing here knows a store, a codec or a container.
 */
@NullMarked
package org.restante.entry;

import org.jspecify.annotations.NullMarked;
