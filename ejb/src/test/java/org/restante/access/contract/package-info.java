/** What tokens keep to, wherever they are kept. */
@NullMarked
package org.restante.access.contract;

import org.jspecify.annotations.NullMarked;
