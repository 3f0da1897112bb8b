-- The few claims with a lease of over an hour, for the listing of all claims in flight: the others are found by the end of their
-- time. Neither column changes when a claim is completed, and for short leases nothing is written.
create index restante_dedup_long_lease on restante_dedup (forget_after) where lease > 3600000000;
