/** This node as a member of the grid: how it finds the others, what it trusts them with, how it starts and stops. */
@NullMarked
package org.restante.cluster;

import org.jspecify.annotations.NullMarked;
