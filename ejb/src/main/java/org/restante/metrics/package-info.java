/** What is measured of this node. */
@NullMarked
package org.restante.metrics;

import org.jspecify.annotations.NullMarked;
