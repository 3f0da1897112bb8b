package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.restante.settings.Role;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;
import org.restante.web.access.TokenCallers.Found;

@Scenario("W3")
class TokenCallersTest {

    private static final Caller CALLER = new Caller("token:ci/1", Role.CLIENT, Set.of("p"), Set.of());

    private final TestClock clock = TestClock.fromNow();
    private final AtomicReference<Optional<Found>> stored = new AtomicReference<>(Optional.empty());
    private final List<String> asked = new ArrayList<>();
    private final TokenCallers callers = new TokenCallers(
            secret -> {
                asked.add(secret);
                return stored.get();
            },
            clock);

    @Test
    void aRevokedTokenIsRefusedWithinSeconds() {
        stored.set(Optional.of(new Found(CALLER, Instant.MAX)));
        assertThat(callers.check("rst_a")).contains(CALLER);

        stored.set(Optional.empty());
        clock.advance(TokenCallers.HELD);

        assertThat(callers.check("rst_a")).isEmpty();
    }

    @Test
    void theDatabaseIsNotAskedWithEachRequest() {
        stored.set(Optional.of(new Found(CALLER, Instant.MAX)));

        for (int i = 0; i < 100; i++) {
            callers.check("rst_a");
        }

        assertThat(asked).containsExactly("rst_a");
    }

    @Test
    void noTokenIsTakenForLongerThanItIsGood() {
        stored.set(Optional.of(new Found(CALLER, clock.instant().plusSeconds(1))));
        callers.check("rst_a");

        stored.set(Optional.empty());
        clock.advance(Duration.ofSeconds(1));

        assertThat(callers.check("rst_a")).isEmpty();
    }

    @Test
    void oneThatIsNewIsGoodAtOnce() {
        assertThat(callers.check("rst_a")).isEmpty();

        stored.set(Optional.of(new Found(CALLER, Instant.MAX)));

        assertThat(callers.check("rst_a")).contains(CALLER);
    }
}
