package org.restante.storage.jpa;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A row of {@code restante_entry} as far as JPA knows it, for {@link KeyListing}. Values are read and written by SQL only. */
@Entity
@Table(name = "restante_entry")
@IdClass(EntryRecordId.class)
@Access(AccessType.FIELD)
@NamedQuery(
        name = EntryRecord.KEYS,
        query = "select e.key from EntryRecord e"
                + " where e.profile = :profile and e.namespace = :namespace and e.key > :after order by e.key")
class EntryRecord {

    static final String KEYS = "restante.entry.keys";

    @Id
    @Column(name = "profile")
    String profile;

    @Id
    @Column(name = "namespace")
    String namespace;

    @Id
    @Column(name = "entry_key")
    String key;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected EntryRecord() {}
}
