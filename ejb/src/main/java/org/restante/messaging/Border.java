package org.restante.messaging;

import java.util.function.Consumer;

/**
 * What a call needs of its container.
 *
 * @param duplicates tells the observers
 * @param deadLetters where messages go that were handled too often
 */
record Border(Consumer<Duplicate> duplicates, DeadLetters deadLetters) {}
