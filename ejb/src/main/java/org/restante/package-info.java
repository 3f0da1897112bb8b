/**
 * The front door: {@link org.restante.Restante} for profiles that are known at run time only, {@link org.restante.ForProfile}
 * for injection of one profile's services.
 */
@NullMarked
package org.restante;

import org.jspecify.annotations.NullMarked;
