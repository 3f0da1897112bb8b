-- Locks of key transactions, one row each; kept for good, since the counter must not begin anew.
create table restante_lock (
    profile  varchar(128)  not null,
    lock_key varchar(1024) not null,
    token    bigint        not null,
    constraint restante_lock_pk primary key (profile, lock_key)
);
