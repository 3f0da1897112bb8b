/**
 * Which messages were handled: keys with claims, leases and receipts. The algorithm is here, once; adapters keep claims and
 * change them in single atomic steps. What a key means is the application's business.
 */
@NullMarked
package org.restante.dedup;

import org.jspecify.annotations.NullMarked;
