/**
 * Bearer tokens: who made which for what, until when. A token is told once, when it is made; only its digest is kept. What a
 * role may do is decided where the requests come in.
 */
@NullMarked
package org.restante.access;

import org.jspecify.annotations.NullMarked;
