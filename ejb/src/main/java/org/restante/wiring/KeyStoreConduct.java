package org.restante.wiring;

import java.util.concurrent.ThreadLocalRandom;
import org.restante.keystore.ExpiryTimer;
import org.restante.keystore.KeyLocks;
import org.restante.keystore.KeyStores;
import org.restante.metering.Capability;
import org.restante.metering.Metering;
import org.restante.settings.KeyStoreSettings;
import org.restante.time.Ticker;
import org.restante.transaction.Pause;
import org.restante.transaction.Retry;

/** From settings to how transactions over keys are run. */
final class KeyStoreConduct {

    private KeyStoreConduct() {}

    static KeyStores.Conduct of(KeyStoreSettings settings, ExpiryTimer timer, Metering metering) {
        Retry.Limits retries = new Retry.Limits(settings.maxAttempts(), settings.retryDeadline());
        return new KeyStores.Conduct(
                new KeyLocks.Limits(settings.lockTimeout(), settings.transactionTimeout()),
                new Retry(
                        retries,
                        Ticker.system(),
                        metering.of(Capability.KEYSTORE, Pause.sleeping()),
                        () -> ThreadLocalRandom.current().nextLong()),
                timer);
    }
}
