/** What servlets beside the REST resources share. */
@NullMarked
package org.restante.web.servlet;

import org.jspecify.annotations.NullMarked;
