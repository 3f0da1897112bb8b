@NullMarked
package org.restante.metrics;

import org.jspecify.annotations.NullMarked;
