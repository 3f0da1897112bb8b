/** What every dedup adapter keeps, in whatever store. */
@NullMarked
package org.restante.dedup.contract;

import org.jspecify.annotations.NullMarked;
