@NullMarked
package org.restante.web.access;

import org.jspecify.annotations.NullMarked;
