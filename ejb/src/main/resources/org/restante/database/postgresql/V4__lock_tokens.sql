-- Tokens no longer begin anew with a holder that was rolled back: they come from one sequence.
create sequence restante_lock_token;
select setval('restante_lock_token', (select coalesce(max(token), 0) + 1 from restante_lock), false);
alter table restante_lock drop column token;
alter table restante_lock reset (fillfactor);

-- Each put of an entry asks for a range, also when it updates a row: each session has some at hand.
alter sequence restante_entry_version cache 100;
