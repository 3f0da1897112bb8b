-- What was changed by hand: who did what to what, and why. Times are microseconds since 1970-01-01T00:00Z.
create table restante_audit (
    entry       bigint generated always as identity,
    recorded_at bigint                    not null,
    who         varchar(512)  collate "C" not null,
    action      varchar(64)   collate "C" not null,
    subject     varchar(2048) collate "C" not null,
    reason      varchar(512)  collate "C" not null, -- empty where none was given
    constraint restante_audit_pk primary key (entry)
);
create index restante_audit_order on restante_audit (recorded_at, entry);

-- Bearer tokens: of each only what it may and the digest by which it is known again.
create table restante_access_token (
    id         varchar(16)  collate "C" not null,
    digest     bytea                    not null, -- SHA-256 of the token
    name       varchar(64)  collate "C" not null,
    role       varchar(16)  collate "C" not null,
    profiles   text         collate "C" not null, -- names, each on a line of its own
    namespaces text         collate "C" not null,
    created_by varchar(512) collate "C" not null,
    created_at bigint                   not null,
    expires_at bigint                   not null,
    used_at    bigint                   not null, -- about; 0 for never
    constraint restante_access_token_pk primary key (id),
    constraint restante_access_token_digest unique (digest)
) with (fillfactor = 70);
