/**
 * What a conversation needs to be remembered: who is subscribed, what came already, the state of threads and channels, who
 * handles a conversation and what waits for it. Values are typed and checked here; adapters below keep bytes, and know
 * profiles, places, tokens and times only.
 */
@NullMarked
package org.restante.chat;

import org.jspecify.annotations.NullMarked;
