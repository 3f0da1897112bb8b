/**
 * The operator's console: a bean for each page, what the pages read, and what they may change. Pages hold no state between
 * requests: what a page shows is in its address, and what it changes is in its form.
 */
@NullMarked
package org.restante.web.console;

import org.jspecify.annotations.NullMarked;
