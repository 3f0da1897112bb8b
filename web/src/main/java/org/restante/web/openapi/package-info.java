/** The description of the API: finished at build time, and handed out. */
@NullMarked
package org.restante.web.openapi;

import org.jspecify.annotations.NullMarked;
