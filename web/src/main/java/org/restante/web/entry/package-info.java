/** Entries of a profile over HTTP: bytes and Content-Type in, the same out. */
@NullMarked
package org.restante.web.entry;

import org.jspecify.annotations.NullMarked;
