/** What every retry cache promises, whatever its adapter. */
@NullMarked
package org.restante.retry.contract;

import org.jspecify.annotations.NullMarked;
