/** A whole profile in and out, as a zip of the folder that other tools keep it in. */
@NullMarked
package org.restante.web.transfer;

import org.jspecify.annotations.NullMarked;
