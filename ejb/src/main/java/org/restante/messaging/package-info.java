/**
 * Handlers that are run once for each key: {@link org.restante.messaging.Deduplicated} on message-driven beans and methods.
 * What is decided is in plain classes; CDI, EJB and JMS stay at the border. What a key means, and what a receipt holds, is
 * the application's business.
 */
@NullMarked
package org.restante.messaging;

import org.jspecify.annotations.NullMarked;
