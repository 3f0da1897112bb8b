@NullMarked
package org.restante.web.audit;

import org.jspecify.annotations.NullMarked;
