/** Tools that contracts and system tests share. */
@NullMarked
package org.restante.testing;

import org.jspecify.annotations.NullMarked;
