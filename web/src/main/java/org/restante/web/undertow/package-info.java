/** What only WildFly's servlet container needs; other servers never load it. */
@NullMarked
package org.restante.web.undertow;

import org.jspecify.annotations.NullMarked;
