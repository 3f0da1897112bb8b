/** What every adapter of conversations promises. */
@NullMarked
package org.restante.chat.contract;

import org.jspecify.annotations.NullMarked;
