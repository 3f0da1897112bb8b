package org.restante.bench;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plain JPA: {@code merge} and {@code find}. */
final class MergeStore implements Store {

    private final EntityManagerFactory factory;

    MergeStore(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public String table() {
        return "merged_entry";
    }

    @Override
    public void put(String key, byte[] value) {
        inTransaction(entityManager -> entityManager.merge(Row.fill(new MergedRow(), key, value)));
    }

    @Override
    public byte @Nullable [] get(String key) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            MergedRow row = entityManager.find(MergedRow.class, RowId.of(key));
            return row == null ? null : row.payload;
        }
    }

    @Override
    public void putAll(SortedMap<String, byte[]> values) {
        inTransaction(entityManager ->
                values.forEach((key, value) -> entityManager.merge(Row.fill(new MergedRow(), key, value))));
    }

    private void inTransaction(Consumer<EntityManager> work) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            entityManager.getTransaction().begin();
            work.accept(entityManager);
            entityManager.getTransaction().commit();
        }
    }
}
