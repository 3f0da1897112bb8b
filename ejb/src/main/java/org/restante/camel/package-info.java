/**
 * Messages of Apache Camel that are handled once. For applications that have Camel: nobody else loads these classes, and the
 * EAR has no Camel. What is claimed and for how long is the business of the dedup cache.
 */
@NullMarked
package org.restante.camel;

import org.jspecify.annotations.NullMarked;
