package org.restante.bench;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;

/** A row as entities of the peers map it. */
@MappedSuperclass
@IdClass(RowId.class)
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init")
abstract class Row {

    @Id
    @Column(name = "profile")
    String profile;

    @Id
    @Column(name = "namespace")
    String namespace;

    @Id
    @Column(name = "entry_key")
    String key;

    @Column(name = "header")
    byte[] header;

    @Column(name = "payload")
    byte[] payload;

    @Column(name = "version")
    long version;

    @Column(name = "updated_at")
    long updatedAt;

    static <R extends Row> R fill(R row, String key, byte[] value) {
        row.profile = JdbcStore.PROFILE;
        row.namespace = JdbcStore.NAMESPACE;
        row.key = key;
        row.header = JdbcStore.HEADER;
        row.payload = value;
        row.updatedAt = System.currentTimeMillis() * 1000;
        row.version = row.updatedAt;
        return row;
    }
}
