/**
 * Tells a {@link org.restante.metering.Meter} what the capabilities do: decorators of their interfaces, one for each, which the
 * wiring puts around them. No capability knows that it is measured, and no library of metrics is known here.
 */
@NullMarked
package org.restante.metering;

import org.jspecify.annotations.NullMarked;
