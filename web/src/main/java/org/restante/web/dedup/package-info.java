/** Keys that are handled once, over HTTP: claims, their tokens and receipts. */
@NullMarked
package org.restante.web.dedup;

import org.jspecify.annotations.NullMarked;
