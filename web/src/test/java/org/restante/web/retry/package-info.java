@NullMarked
package org.restante.web.retry;

import org.jspecify.annotations.NullMarked;
