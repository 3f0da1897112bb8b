/** The HTTP face: it translates between HTTP and the engine, and decides nothing itself. */
@NullMarked
package org.restante.web;

import org.jspecify.annotations.NullMarked;
