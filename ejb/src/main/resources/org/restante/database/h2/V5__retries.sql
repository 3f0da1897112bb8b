-- Recently sent messages, for those who keep them in the database. Bounded for each profile, so rows come and go all the time.
create table restante_retry (
    profile    varchar(128)             not null,
    message_id varchar(1024)             not null,
    sent_at    bigint                   not null, -- milliseconds since 1970-01-01T00:00Z, the sender's
    content    blob                     not null,
    constraint restante_retry_pk primary key (profile, message_id)
);
create index restante_retry_order on restante_retry (profile, sent_at, message_id);
create index restante_retry_expiry on restante_retry (sent_at);

-- How often each requester asked for a message.
create table restante_retry_attempt (
    profile    varchar(128)             not null,
    message_id varchar(1024)             not null,
    requester  varchar(1024)             not null,
    used       integer                  not null,
    until      bigint                   not null, -- milliseconds since 1970-01-01T00:00Z
    constraint restante_retry_attempt_pk primary key (profile, message_id, requester)
);
create index restante_retry_attempt_expiry on restante_retry_attempt (until);
