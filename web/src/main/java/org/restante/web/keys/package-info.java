/** Keys of a profile over HTTP, several at a time. */
@NullMarked
package org.restante.web.keys;

import org.jspecify.annotations.NullMarked;
