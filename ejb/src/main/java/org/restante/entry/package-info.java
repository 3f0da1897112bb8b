/** The vocabulary: names with their limits, checked once at the border. */
@NullMarked
package org.restante.entry;

import org.jspecify.annotations.NullMarked;
