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
