-- What conversations remember. Times are microseconds since 1970-01-01T00:00Z; 9223372036854775807 is never.
create sequence restante_chat_token;
create sequence restante_chat_order;

-- Who has a conversation. A lock is live until lease_until; released, that is 0. No index has a column that changes where
-- nothing waits, so that none is written then.
create table restante_chat_lock (
    profile     varchar(64)  collate "C" not null,
    lock_key    varchar(512) collate "C" not null,
    owner       varchar(512) collate "C" not null,
    token       bigint                   not null,
    since       bigint                   not null,
    lease_until bigint                   not null,
    lease       bigint                   not null, -- microseconds
    queued      integer                  not null default 0, -- not less than the entries that wait
    last_entry  bigint                   not null default 0,
    handler     varchar(64)  collate "C",          -- who handles what waits, null where that is the caller's business
    ready_at    bigint                   not null default 0, -- not handled before
    failures    integer                  not null default 0, -- of the entry that is first
    constraint restante_chat_lock_pk primary key (profile, lock_key)
) with (fillfactor = 70);
create index restante_chat_lock_ready on restante_chat_lock (ready_at) where handler is not null and queued > 0;

-- What waits for a conversation, in the order of its numbers.
create table restante_chat_pending (
    profile     varchar(64)  collate "C" not null,
    lock_key    varchar(512) collate "C" not null,
    entry       bigint                   not null,
    owner       varchar(512) collate "C" not null,
    strategy    varchar(16)  collate "C" not null,
    content     bytea                    not null,
    enqueued_at bigint                   not null,
    expires_at  bigint                   not null,
    constraint restante_chat_pending_pk primary key (profile, lock_key, entry)
);

-- Which messages came, for each room in the order of their last marks.
create table restante_chat_dedupe (
    profile    varchar(64)  collate "C" not null,
    dedupe_key varchar(512) collate "C" not null,
    room       varchar(512) collate "C" not null,
    place      bigint                   not null,
    constraint restante_chat_dedupe_pk primary key (profile, dedupe_key)
);
create index restante_chat_dedupe_order on restante_chat_dedupe (profile, room, place);

-- Subscriptions, states of threads and channels, values.
create table restante_chat_value (
    profile    varchar(64)  collate "C" not null,
    kind       varchar(16)  collate "C" not null,
    name       varchar(512) collate "C" not null,
    content    bytea                    not null,
    expires_at bigint                   not null,
    constraint restante_chat_value_pk primary key (profile, kind, name)
);
create index restante_chat_value_expiry on restante_chat_value (expires_at) where expires_at < 9223372036854775807;

-- Lists and queues: which of their items are there.
create table restante_chat_series (
    profile    varchar(64)  collate "C" not null,
    kind       varchar(16)  collate "C" not null,
    name       varchar(512) collate "C" not null,
    first_item bigint                   not null,
    last_item  bigint                   not null,
    expires_at bigint                   not null,
    constraint restante_chat_series_pk primary key (profile, kind, name)
) with (fillfactor = 70);
create index restante_chat_series_expiry on restante_chat_series (expires_at) where expires_at < 9223372036854775807;

create table restante_chat_item (
    profile varchar(64)  collate "C" not null,
    kind    varchar(16)  collate "C" not null,
    name    varchar(512) collate "C" not null,
    item    bigint                   not null,
    content bytea                    not null,
    constraint restante_chat_item_pk primary key (profile, kind, name, item)
);
