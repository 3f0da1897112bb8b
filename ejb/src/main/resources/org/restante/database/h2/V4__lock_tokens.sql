-- Tokens no longer begin anew with a holder that was rolled back: they come from one sequence.
create sequence restante_lock_token;
alter sequence restante_lock_token restart with (select coalesce(max(token), 0) + 1 from restante_lock);
alter table restante_lock drop column token;
