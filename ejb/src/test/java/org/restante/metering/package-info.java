@NullMarked
package org.restante.metering;

import org.jspecify.annotations.NullMarked;
