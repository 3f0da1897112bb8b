@NullMarked
package org.restante.web.console;

import org.jspecify.annotations.NullMarked;
