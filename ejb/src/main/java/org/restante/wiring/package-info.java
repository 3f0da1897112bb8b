/**
 * Puts the parts together: settings, CDI producers, start-up and timers in a container, {@link
 * org.restante.wiring.PlainRestante} without one. The only package that names implementations.
 */
@NullMarked
package org.restante.wiring;

import org.jspecify.annotations.NullMarked;
