@NullMarked
package org.restante.web.dedup;

import org.jspecify.annotations.NullMarked;
