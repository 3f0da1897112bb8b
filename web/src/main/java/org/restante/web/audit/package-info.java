/** What is changed by hand over HTTP, on record, and the record itself. */
@NullMarked
package org.restante.web.audit;

import org.jspecify.annotations.NullMarked;
