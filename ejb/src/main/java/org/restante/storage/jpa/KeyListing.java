package org.restante.storage.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import org.restante.entry.ProfileId;
import org.restante.storage.KeyPage;
import org.restante.storage.PageRequest;

/** The paging of keys through JPA. It selects the column, not entities: nothing is managed, and no payload is read. */
final class KeyListing {

    private static final String TIMEOUT_HINT = "jakarta.persistence.query.timeout";

    private final int timeoutMillis;

    KeyListing(int timeoutSeconds) {
        this.timeoutMillis = timeoutSeconds * 1000;
    }

    KeyPage keys(EntityManager entityManager, ProfileId profile, String namespace, PageRequest page) {
        TypedQuery<String> query = entityManager
                .createNamedQuery(EntryRecord.KEYS, String.class)
                .setParameter("profile", profile.value())
                .setParameter("namespace", namespace)
                .setParameter("after", page.after() == null ? "" : page.after());
        query.setMaxResults(page.limit() + 1).setHint(TIMEOUT_HINT, timeoutMillis);
        return KeyPage.of(query.getResultList(), page);
    }
}
