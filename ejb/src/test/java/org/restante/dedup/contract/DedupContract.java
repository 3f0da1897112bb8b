package org.restante.dedup.contract;

/** Everything that an adapter keeps. */
public interface DedupContract extends ClaimContract, EndContract, SweepContract, DeskContract {}
