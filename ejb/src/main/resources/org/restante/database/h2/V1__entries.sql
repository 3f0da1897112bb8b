-- Durable entries. Names are compared exactly; 64 and 512 characters may take two UTF-16 units each.
create table restante_entry (
    profile    varchar(128)            not null,
    namespace  varchar(128)            not null,
    entry_key  varchar(1024)           not null,
    header     varbinary(512)          not null,
    payload    blob                    not null,
    version    bigint                  not null,
    updated_at bigint                  not null, -- microseconds since 1970-01-01T00:00Z
    constraint restante_entry_pk primary key (profile, namespace, entry_key)
);

-- A new row begins a range of versions of its own, from which its updates count on: a version from before a delete never comes
-- back, and an expected version is never met by another row.
create sequence restante_entry_version start with 1048576 increment by 1048576;
