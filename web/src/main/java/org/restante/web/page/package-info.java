/** {@code after}, {@code next} and {@code limit} of listings. */
@NullMarked
package org.restante.web.page;

import org.jspecify.annotations.NullMarked;
