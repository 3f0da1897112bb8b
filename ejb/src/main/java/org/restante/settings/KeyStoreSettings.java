package org.restante.settings;

import java.time.Duration;

/**
 * How transactions over keys are run.
 *
 * @param lockTimeout how long one waits for locks
 * @param transactionTimeout after which work that holds locks is rolled back
 * @param maxAttempts how often work is run at most when transient failures undo it
 * @param retryDeadline after which it is not run again
 */
public record KeyStoreSettings(
        Duration lockTimeout, Duration transactionTimeout, int maxAttempts, Duration retryDeadline) {

    public static final String LOCK_TIMEOUT = "restante.keystore.lock-timeout";
    public static final String TRANSACTION_TIMEOUT = "restante.keystore.transaction-timeout";
    public static final String MAX_ATTEMPTS = "restante.keystore.max-attempts";
    public static final String RETRY_DEADLINE = "restante.keystore.retry-deadline";

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static KeyStoreSettings read(SettingsReader reader) {
        return new KeyStoreSettings(
                reader.duration(LOCK_TIMEOUT, Duration.ofSeconds(10), SHORTEST, LONGEST),
                reader.duration(TRANSACTION_TIMEOUT, Duration.ofSeconds(30), SHORTEST, LONGEST),
                (int) reader.number(MAX_ATTEMPTS, 10, 1, 100),
                reader.duration(RETRY_DEADLINE, Duration.ofMinutes(1), SHORTEST, LONGEST));
    }
}
