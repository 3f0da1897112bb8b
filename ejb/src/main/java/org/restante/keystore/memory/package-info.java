/** The locks of one process, for the adapters whose entries one process has for itself. */
@NullMarked
package org.restante.keystore.memory;

import org.jspecify.annotations.NullMarked;
