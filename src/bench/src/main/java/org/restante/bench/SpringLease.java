package org.restante.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;
import org.springframework.integration.jdbc.lock.DefaultLockRepository;
import org.springframework.integration.jdbc.lock.JdbcLockRegistry;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Spring Integration's {@code JdbcLockRegistry}, with what its documentation offers PostgreSQL (no unique violations) and room
 * for all keys that are locked here.
 */
final class SpringLease implements Lease {

    private static final int CAPACITY = 1023;

    private final JdbcLockRegistry registry;

    /**
     * A registry of its own.
     *
     * @param region keeps its locks apart from those of other registries in the same table
     * @param idle between two attempts at a lock that another process holds
     */
    SpringLease(DataSource pool, String region, Duration idle) {
        DefaultLockRepository repository = new DefaultLockRepository(pool);
        repository.setRegion(region);
        repository.setTransactionManager(new JdbcTransactionManager(pool));
        repository.setInsertQuery(repository.getInsertQuery() + " ON CONFLICT DO NOTHING");
        repository.afterPropertiesSet();
        repository.afterSingletonsInstantiated();
        this.registry = new JdbcLockRegistry(repository);
        registry.setCacheCapacity(CAPACITY);
        registry.setIdleBetweenTries(idle);
    }

    /** Makes the table that the library publishes. */
    static void createTable(DataSource pool) throws SQLException {
        BenchServer.execute(
                pool,
                "create table int_lock (lock_key char(36) not null, region varchar(100) not null, client_id char(36),"
                        + " created_date timestamp not null, expired_after timestamp not null,"
                        + " constraint int_lock_pk primary key (lock_key, region))");
    }

    @Override
    public Runnable take(String key) {
        Lock lock = registry.obtain(key);
        lock.lock();
        return lock::unlock;
    }
}
