-- Which database this is, also in its copies and backups, and up to when an operator has acknowledged that it was set back.
create table restante_lineage (
    lineage      uuid   not null,
    acknowledged bigint not null, -- microseconds since 1970-01-01T00:00Z
    constraint restante_lineage_pk primary key (lineage)
);
insert into restante_lineage values (gen_random_uuid(), 0);

-- One row for each witness, which alone raises it: when it was here last, and what it remembered when it came.
create table restante_epoch (
    witness  uuid   not null,
    epoch    bigint not null, -- microseconds since 1970-01-01T00:00Z
    expected bigint not null, -- above the epoch: the database was set back
    constraint restante_epoch_pk primary key (witness)
) with (fillfactor = 50);
