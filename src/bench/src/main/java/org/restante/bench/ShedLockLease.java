package org.restante.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbc.JdbcLockProvider;

/**
 * ShedLock, which does not wait, with the waiting that somebody would write around it: one thread of this process at a time
 * asks for a lock, again and again with a pause, and the others stand behind a lock in memory.
 */
final class ShedLockLease implements Lease {

    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final JdbcLockProvider provider;
    private final Duration pause;
    private final Map<String, ReentrantLock> here = new ConcurrentHashMap<>();

    ShedLockLease(DataSource pool, Duration pause) {
        this.provider = new JdbcLockProvider(pool);
        this.pause = pause;
    }

    @Override
    public Runnable take(String key) {
        ReentrantLock first = here.computeIfAbsent(key, unknown -> new ReentrantLock());
        first.lock();
        SimpleLock lock = poll(key);
        return () -> {
            lock.unlock();
            first.unlock();
        };
    }

    private SimpleLock poll(String key) {
        while (true) {
            Optional<SimpleLock> lock =
                    provider.lock(new LockConfiguration(Instant.now(), key, AT_MOST, Duration.ZERO));
            if (lock.isPresent()) {
                return lock.get();
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
