package org.restante.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

/** All ways to have a conversation, in one database, and whether two ever had one at once. */
final class ConversationArena implements AutoCloseable {

    static final List<String> CONTENDERS = List.of("restante", "jdbc", "spring-1ms");
    static final int KEYS = 1000;

    private final PlainRestante restante;
    private final Map<String, ConversationWay> ways = new LinkedHashMap<>();
    private final Map<String, AtomicIntegerArray> holders = new LinkedHashMap<>();
    private final Map<String, LongAdder> taken = new LinkedHashMap<>();
    private final LongAdder doubles = new LongAdder();

    ConversationArena(DataSource pool) throws SQLException {
        this.restante = PlainRestante.open(PlainOptions.defaults().withDataSource(pool));
        JdbcConversations.createTable(pool);
        SpringLease.createTable(pool);
        SpringLease spring = new SpringLease(pool, "CHAT", Duration.ofMillis(1));
        ways.put("restante", restante());
        ways.put("jdbc", new JdbcConversations(pool));
        ways.put("spring-1ms", (key, work) -> {
            Runnable unlock = spring.take(key);
            work.run();
            unlock.run();
        });
        CONTENDERS.forEach(name -> {
            holders.put(name, new AtomicIntegerArray(KEYS));
            taken.put(name, new LongAdder());
        });
    }

    private ConversationWay restante() {
        ConversationLocks locks = restante.profile(JdbcStore.PROFILE).chat().locks();
        LockRequest request = LockRequest.of("owner", LockStrategy.REJECT);
        return (key, work) -> {
            if (locks.lock(key, request) instanceof LockResult.Acquired acquired) {
                LockToken token = Objects.requireNonNull(acquired.token());
                work.run();
                locks.release(key, token);
            }
        };
    }

    /** Has a conversation for a moment. */
    void take(String name, int number) {
        AtomicIntegerArray here = Objects.requireNonNull(holders.get(name));
        Objects.requireNonNull(ways.get(name)).take("room-%04d".formatted(number), () -> {
            if (here.incrementAndGet(number) > 1) {
                doubles.increment();
            }
            here.decrementAndGet(number);
            Objects.requireNonNull(taken.get(name)).increment();
        });
    }

    long taken(String name) {
        return Objects.requireNonNull(taken.get(name)).sum();
    }

    /** How often two had one conversation. */
    long doubles() {
        return doubles.sum();
    }

    @Override
    public void close() {
        restante.close();
    }
}
