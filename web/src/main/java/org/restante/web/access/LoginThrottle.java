package org.restante.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the answer to a wrong password is held back: {@link #FIRST} for the first of an address, twice as long for each
 * further one up to {@link #LONGEST}; an address that fails no more is forgotten after {@link #MEMORY}. A right password
 * does not reset it, else one known password would let guess the others at full speed. Thread-safe.
 */
public final class LoginThrottle {

    static final Duration FIRST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofSeconds(2);
    static final Duration MEMORY = Duration.ofMinutes(1);
    static final int MAX_ADDRESSES = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    public LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a failure of that address and says how long its answer is held back. */
    synchronized Duration failed(String address) {
        Instant now = clock.instant();
        Failures before = byAddress.get(address);
        Duration delay = before == null || before.last.plus(MEMORY).isBefore(now) ? FIRST : longer(before.delay);
        byAddress.put(address, new Failures(delay, now));
        return delay;
    }

    private static Duration longer(Duration delay) {
        Duration twice = delay.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    private record Failures(Duration delay, Instant last) {}
}
