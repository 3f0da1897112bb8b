@NullMarked
package org.restante.idempotency;

import org.jspecify.annotations.NullMarked;
