/** What every key store promises, one interface for each kind of promise; {@code KeyStoreContract} joins them. */
@NullMarked
package org.restante.keystore.contract;

import org.jspecify.annotations.NullMarked;
