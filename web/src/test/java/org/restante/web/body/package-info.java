@NullMarked
package org.restante.web.body;

import org.jspecify.annotations.NullMarked;
