/** Figures over HTTP, for Prometheus. */
@NullMarked
package org.restante.web.metrics;

import org.jspecify.annotations.NullMarked;
