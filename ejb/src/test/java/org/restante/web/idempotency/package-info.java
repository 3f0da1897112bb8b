@NullMarked
package org.restante.web.idempotency;

import org.jspecify.annotations.NullMarked;
