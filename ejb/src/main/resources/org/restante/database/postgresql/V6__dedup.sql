-- Which messages were handled. A claim that is completed changes no column that an index has, so that no index is written.
create table restante_dedup (
    namespace    varchar(64)  collate "C" not null,
    key_hash     bytea                    not null, -- SHA-256 of the key
    dedup_key    varchar(512) collate "C" not null,
    fingerprint  bytea,
    token        varchar(64)  collate "C" not null,
    attempt      integer                  not null,
    since        bigint                   not null, -- microseconds since 1970-01-01T00:00Z, as all times here
    until        bigint                   not null, -- end of the lease, or, with a receipt, of the retention
    forget_after bigint                   not null,
    lease        bigint                   not null, -- microseconds
    receipt      bytea,
    constraint restante_dedup_pk primary key (namespace, key_hash)
) with (fillfactor = 80);
create index restante_dedup_expiry on restante_dedup (forget_after);
