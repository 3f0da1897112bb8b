package org.restante.retry.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.restante.retry.AttemptCounts;
import org.restante.retry.AttemptCounts.Attempted;
import org.restante.retry.Retention;
import org.restante.retry.RetryCacheAdapter.Attempt;
import org.restante.retry.SentOrder;
import org.restante.retry.StoredMessage;

/** The messages of one profile. Thread-safe; reads wait for nobody. */
final class ProfileMessages {

    private final Map<String, StoredMessage> messages = new ConcurrentHashMap<>();
    private final SentOrder order = new SentOrder();
    private final AttemptCounts attempts = new AttemptCounts();

    synchronized void put(String id, StoredMessage message, Retention retention) {
        messages.put(id, message);
        order.put(id, message.timestamp(), retention).forEach(messages::remove);
    }

    @Nullable StoredMessage get(String id) {
        return messages.get(id);
    }

    synchronized int count(long oldest) {
        return order.count(oldest);
    }

    synchronized void remove(String id) {
        messages.remove(id);
        order.remove(id);
    }

    synchronized int attempt(Attempt attempt) {
        Attempted attempted = new Attempted(attempt.message().id(), attempt.requester());
        return attempts.attempt(attempted, attempt.limit(), attempt.now(), attempt.until());
    }

    synchronized void drop(long oldest, long now) {
        order.trim(new Retention(Integer.MAX_VALUE, oldest)).forEach(messages::remove);
        attempts.drop(now);
    }

    synchronized @Nullable ProfileMessages orNullWhenEmpty() {
        return messages.isEmpty() && attempts.size() == 0 ? null : this;
    }
}
