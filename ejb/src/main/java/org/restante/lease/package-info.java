/** What is held for so long and no longer, and kept by who renews it in time. Knows nothing of what is held. */
@NullMarked
package org.restante.lease;

import org.jspecify.annotations.NullMarked;
