/**
 * libsignal over the key store, to be copied: its stores over one running transaction, and sessions and groups on top of
 * them that decrypt each message once. The library is licensed under the AGPL, so all this is outside of what is deployed.
 */
@NullMarked
package org.restante.example.signal;

import org.jspecify.annotations.NullMarked;
