/** Claims in this process, gone with it. */
@NullMarked
package org.restante.dedup.memory;

import org.jspecify.annotations.NullMarked;
