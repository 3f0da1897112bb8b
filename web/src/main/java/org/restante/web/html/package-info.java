/** Pages that need neither scripts nor Faces. */
@NullMarked
package org.restante.web.html;

import org.jspecify.annotations.NullMarked;
