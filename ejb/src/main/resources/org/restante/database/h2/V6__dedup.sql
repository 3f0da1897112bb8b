-- Which messages were handled.
create table restante_dedup (
    namespace    varchar(128)   not null,
    key_hash     varbinary(64)  not null, -- SHA-256 of the key
    dedup_key    varchar(1024)  not null,
    fingerprint  varbinary(64),
    token        varchar(64)    not null,
    attempt      integer        not null,
    since        bigint         not null, -- microseconds since 1970-01-01T00:00Z, as all times here
    until        bigint         not null, -- end of the lease, or, with a receipt, of the retention
    forget_after bigint         not null,
    lease        bigint         not null, -- microseconds
    receipt      varbinary,
    constraint restante_dedup_pk primary key (namespace, key_hash)
);
create index restante_dedup_expiry on restante_dedup (forget_after);
