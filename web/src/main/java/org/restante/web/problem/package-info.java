/** Errors as RFC 9457 problems: one kind for each way to fail, the same answer from filters, resources and the server itself. */
@NullMarked
package org.restante.web.problem;

import org.jspecify.annotations.NullMarked;
