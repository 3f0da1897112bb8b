@NullMarked
package org.restante.web.chat;

import org.jspecify.annotations.NullMarked;
