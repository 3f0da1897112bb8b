@NullMarked
package org.restante.web.condition;

import org.jspecify.annotations.NullMarked;
