/** What can be set of the HTTP face, read and checked once at start. */
@NullMarked
package org.restante.web.settings;

import org.jspecify.annotations.NullMarked;
