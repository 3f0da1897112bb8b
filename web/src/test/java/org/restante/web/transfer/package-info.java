@NullMarked
package org.restante.web.transfer;

import org.jspecify.annotations.NullMarked;
