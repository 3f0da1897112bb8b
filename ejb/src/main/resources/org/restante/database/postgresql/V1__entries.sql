-- Durable entries. Names are compared byte by byte, whatever the database's locale.
create table restante_entry (
    profile    varchar(64)  collate "C" not null,
    namespace  varchar(64)  collate "C" not null,
    entry_key  varchar(512) collate "C" not null,
    header     bytea                    not null,
    payload    bytea                    not null,
    version    bigint                   not null,
    updated_at bigint                   not null, -- microseconds since 1970-01-01T00:00Z
    constraint restante_entry_pk primary key (profile, namespace, entry_key)
);

-- A new row begins a range of versions of its own, from which its updates count on: a version from before a delete never comes
-- back, and an expected version is never met by another row.
create sequence restante_entry_version start with 1048576 increment by 1048576;
