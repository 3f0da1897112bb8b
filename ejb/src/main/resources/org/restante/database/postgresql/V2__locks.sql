-- Locks of key transactions, one row each; kept for good, since the counter must not begin anew. Each acquisition updates
-- the row: the room left in a page lets it do so without touching the index.
create table restante_lock (
    profile  varchar(64)  collate "C" not null,
    lock_key varchar(512) collate "C" not null,
    token    bigint                   not null,
    constraint restante_lock_pk primary key (profile, lock_key)
) with (fillfactor = 50);
