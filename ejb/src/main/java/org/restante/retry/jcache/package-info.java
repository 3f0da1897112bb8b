/**
 * Sent messages in Hazelcast's JCache: one entry for each message, and for each profile a ledger in the same partition that
 * knows their order, so that a put and the eviction it makes necessary are one step.
 */
@NullMarked
package org.restante.retry.jcache;

import org.jspecify.annotations.NullMarked;
