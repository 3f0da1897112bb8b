/** What is promised of conversations, whatever keeps them. */
@NullMarked
package org.restante.chat.contract;

import org.jspecify.annotations.NullMarked;
