/**
 * Starting and stopping servers with the EAR deployed: for the run command and for the whole-system tests. Nothing of
 * it is in the EAR.
 */
@NullMarked
package org.restante.run;

import org.jspecify.annotations.NullMarked;
