/** A database that went back in time, over HTTP: whether it did, and the operator's word that it may be used as it is. */
@NullMarked
package org.restante.web.rollback;

import org.jspecify.annotations.NullMarked;
