/**
 * What every storage adapter promises, as interfaces of default tests. A test class gives the adapter by implementing
 * {@link org.restante.storage.contract.StorageContract}. The store may be shared and hold other data: each test keeps to
 * profiles of its own.
 */
@NullMarked
package org.restante.storage.contract;

import org.jspecify.annotations.NullMarked;
