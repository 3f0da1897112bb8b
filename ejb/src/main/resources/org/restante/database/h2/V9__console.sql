-- The few claims with a lease of over an hour, for the listing of all claims in flight: the others are found by the end of their
-- time. It does not change when a claim is completed.
create index restante_dedup_long_lease on restante_dedup (lease);
