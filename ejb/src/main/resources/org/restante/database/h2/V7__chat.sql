-- What conversations remember. Times are microseconds since 1970-01-01T00:00Z; 9223372036854775807 is never.
create sequence restante_chat_token;
create sequence restante_chat_order;

-- Who has a conversation. A lock is live until lease_until; released, that is 0.
create table restante_chat_lock (
    profile     varchar(128) not null,
    lock_key    varchar(1024) not null,
    owner       varchar(1024) not null,
    token       bigint not null,
    since       bigint not null,
    lease_until bigint not null,
    lease       bigint not null, -- microseconds
    queued      integer not null default 0, -- not less than the entries that wait
    last_entry  bigint not null default 0,
    handler     varchar(128),         -- who handles what waits, null where that is the caller's business
    ready_at    bigint not null default 0, -- not handled before
    failures    integer not null default 0, -- of the entry that is first
    constraint restante_chat_lock_pk primary key (profile, lock_key)
);
create index restante_chat_lock_ready on restante_chat_lock (handler, ready_at);

-- What waits for a conversation, in the order of its numbers.
create table restante_chat_pending (
    profile     varchar(128) not null,
    lock_key    varchar(1024) not null,
    entry       bigint not null,
    owner       varchar(1024) not null,
    strategy    varchar(16) not null,
    content     varbinary not null,
    enqueued_at bigint not null,
    expires_at  bigint not null,
    constraint restante_chat_pending_pk primary key (profile, lock_key, entry)
);

-- Which messages came, for each room in the order of their last marks.
create table restante_chat_dedupe (
    profile    varchar(128) not null,
    dedupe_key varchar(1024) not null,
    room       varchar(1024) not null,
    place      bigint not null,
    constraint restante_chat_dedupe_pk primary key (profile, dedupe_key)
);
create index restante_chat_dedupe_order on restante_chat_dedupe (profile, room, place);

-- Subscriptions, states of threads and channels, values.
create table restante_chat_value (
    profile    varchar(128) not null,
    kind       varchar(16) not null,
    name       varchar(1024) not null,
    content    varbinary not null,
    expires_at bigint not null,
    constraint restante_chat_value_pk primary key (profile, kind, name)
);
create index restante_chat_value_expiry on restante_chat_value (expires_at);

-- Lists and queues: which of their items are there.
create table restante_chat_series (
    profile    varchar(128) not null,
    kind       varchar(16) not null,
    name       varchar(1024) not null,
    first_item bigint not null,
    last_item  bigint not null,
    expires_at bigint not null,
    constraint restante_chat_series_pk primary key (profile, kind, name)
);
create index restante_chat_series_expiry on restante_chat_series (expires_at);

create table restante_chat_item (
    profile varchar(128) not null,
    kind    varchar(16) not null,
    name    varchar(1024) not null,
    item    bigint not null,
    content varbinary not null,
    constraint restante_chat_item_pk primary key (profile, kind, name, item)
);
