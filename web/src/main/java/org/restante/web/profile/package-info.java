/** Profiles over HTTP. */
@NullMarked
package org.restante.web.profile;

import org.jspecify.annotations.NullMarked;
