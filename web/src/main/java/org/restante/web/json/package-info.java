/** JSON as the HTTP face reads and writes it, whatever JSON library the server has. */
@NullMarked
package org.restante.web.json;

import org.jspecify.annotations.NullMarked;
