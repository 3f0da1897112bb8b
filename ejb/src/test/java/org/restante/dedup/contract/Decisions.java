package org.restante.dedup.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.restante.dedup.Claim;
import org.restante.dedup.Decision;
import org.restante.dedup.Decision.Claimed;
import org.restante.dedup.Decision.Completed;
import org.restante.dedup.Decision.InFlight;
import org.restante.dedup.Receipt;

/** What tests expect of decisions. */
public final class Decisions {

    private Decisions() {}

    /** The claim, which must have been had. */
    public static Claim claimed(Decision decision) {
        assertThat(decision).isInstanceOf(Claimed.class);
        return ((Claimed) decision).claim();
    }

    /** Somebody else has it. */
    public static InFlight inFlight(Decision decision) {
        assertThat(decision).isInstanceOf(InFlight.class);
        return (InFlight) decision;
    }

    /** It is done, with that receipt. */
    public static void completed(Decision decision, Receipt receipt) {
        assertThat(decision)
                .asInstanceOf(InstanceOfAssertFactories.type(Completed.class))
                .extracting(Completed::receipt)
                .isEqualTo(receipt);
    }
}
