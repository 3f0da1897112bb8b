package org.restante.bench;

import java.util.SortedMap;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;

/** Hibernate's {@code StatelessSession}: {@code upsert} and {@code get}. */
final class StatelessStore implements Store {

    private final SessionFactory factory;

    StatelessStore(SessionFactory factory) {
        this.factory = factory;
    }

    @Override
    public String table() {
        return "stateless_entry";
    }

    @Override
    public void put(String key, byte[] value) {
        try (StatelessSession session = factory.openStatelessSession()) {
            Transaction transaction = session.beginTransaction();
            session.upsert(Row.fill(new StatelessRow(), key, value));
            transaction.commit();
        }
    }

    @Override
    public byte @Nullable [] get(String key) {
        try (StatelessSession session = factory.openStatelessSession()) {
            StatelessRow row = session.get(StatelessRow.class, RowId.of(key));
            return row == null ? null : row.payload;
        }
    }

    @Override
    public void putAll(SortedMap<String, byte[]> values) {
        try (StatelessSession session = factory.openStatelessSession()) {
            session.setJdbcBatchSize(values.size());
            Transaction transaction = session.beginTransaction();
            values.forEach((key, value) -> session.upsert(Row.fill(new StatelessRow(), key, value)));
            transaction.commit();
        }
    }
}
