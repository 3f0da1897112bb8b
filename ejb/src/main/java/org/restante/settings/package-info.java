/**
 * What can be configured: one typed record a topic, read from named texts, with every problem collected and told at once.
 * Knows names, types and limits; not where the texts come from and not what is built from them.
 */
@NullMarked
package org.restante.settings;

import org.jspecify.annotations.NullMarked;
