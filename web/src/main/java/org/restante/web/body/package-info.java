/**
 * Request bodies as they come in: their announced length, their limit, their codings. What is in them is for the resources to
 * know.
 */
@NullMarked
package org.restante.web.body;

import org.jspecify.annotations.NullMarked;
