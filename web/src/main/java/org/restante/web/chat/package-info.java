/** What conversations remember over HTTP: a resource for each kind, and its bodies. */
@NullMarked
package org.restante.web.chat;

import org.jspecify.annotations.NullMarked;
