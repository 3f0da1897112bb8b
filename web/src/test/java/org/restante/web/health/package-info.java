@NullMarked
package org.restante.web.health;

import org.jspecify.annotations.NullMarked;
