/**
 * What users changed by hand: who did what to what, when and why. A record is part of the transaction of its change, so that
 * there is neither without the other; what somebody looked at is on record before it is shown. What may be done by whom is
 * decided elsewhere.
 */
@NullMarked
package org.restante.audit;

import org.jspecify.annotations.NullMarked;
