/** Storage that ends with the process: for tests, and for what may be lost. */
@NullMarked
package org.restante.storage.memory;

import org.jspecify.annotations.NullMarked;
