package org.restante.bench;

import jakarta.persistence.EntityManagerFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.processor.idempotent.jpa.JpaMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;

/** Apache Camel's repositories, as its idempotent consumer calls them. */
final class CamelClaims implements ClaimWay {

    /** Held, or its level is forgotten. */
    private static final Logger FAILURES = Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

    private final IdempotentRepository repository;

    private CamelClaims(IdempotentRepository repository) {
        repository.start();
        this.repository = repository;
    }

    static CamelClaims jdbc(DataSource pool) {
        JdbcMessageIdRepository repository = new JdbcMessageIdRepository(pool, JdbcClaims.NAMESPACE);
        repository.setTableName("camel_jdbc"); // as delivered it is that of the other repository, which differs
        return new CamelClaims(repository);
    }

    /** At its best: one connection for a call, where it has two as it is delivered, and what fails is not logged. */
    static CamelClaims jpa(EntityManagerFactory factory) {
        FAILURES.setLevel(Level.OFF);
        JpaMessageIdRepository repository = new JpaMessageIdRepository(factory, JdbcClaims.NAMESPACE);
        repository.setSharedEntityManager(true);
        repository.setJoinTransaction(false);
        return new CamelClaims(repository);
    }

    @Override
    public boolean handle(String key, Runnable work) {
        boolean added = repository.add(key);
        if (added) {
            work.run();
            repository.confirm(key);
        }
        return added;
    }
}
