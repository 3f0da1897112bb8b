/** What every audit trail keeps to. */
@NullMarked
package org.restante.audit.contract;

import org.jspecify.annotations.NullMarked;
