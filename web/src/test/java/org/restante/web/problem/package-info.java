@NullMarked
package org.restante.web.problem;

import org.jspecify.annotations.NullMarked;
