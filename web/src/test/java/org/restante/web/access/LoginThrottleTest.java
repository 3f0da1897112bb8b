package org.restante.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

@Scenario("W3")
class LoginThrottleTest {

    private Instant now = Instant.EPOCH;
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    @Test
    void eachFailureOfAnAddressIsHeldBackTwiceAsLongUpToTwoSeconds() {
        List<Long> delays =
                Stream.generate(() -> throttle.failed("a").toMillis()).limit(7).toList();

        assertThat(delays).containsExactly(100L, 200L, 400L, 800L, 1600L, 2000L, 2000L);
    }

    @Test
    void anotherAddressStartsAtTheBeginning() {
        throttle.failed("a");
        throttle.failed("a");

        assertThat(throttle.failed("b")).isEqualTo(LoginThrottle.FIRST);
    }

    @Test
    void anAddressIsForgottenAMinuteAfterItsLastFailure() {
        throttle.failed("a");
        now = now.plus(LoginThrottle.MEMORY);
        assertThat(throttle.failed("a")).isEqualTo(Duration.ofMillis(200));

        now = now.plus(LoginThrottle.MEMORY).plusMillis(1);
        assertThat(throttle.failed("a")).isEqualTo(LoginThrottle.FIRST);
    }

    @Test
    void tooManyAddressesPushOutTheOneThatFailedLongestAgo() {
        throttle.failed("first");
        throttle.failed("second");
        IntStream.range(0, LoginThrottle.MAX_ADDRESSES - 1).forEach(i -> throttle.failed("address " + i));

        assertThat(throttle.failed("second")).isEqualTo(Duration.ofMillis(200));
        assertThat(throttle.failed("first")).isEqualTo(LoginThrottle.FIRST);
    }
}
