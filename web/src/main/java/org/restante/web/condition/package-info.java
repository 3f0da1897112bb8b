/** Changes that are done only while a conversation is the caller's. */
@NullMarked
package org.restante.web.condition;

import org.jspecify.annotations.NullMarked;
