@NullMarked
package org.restante.web.openapi;

import org.jspecify.annotations.NullMarked;
