package org.restante.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved. Thread-safe. */
public final class TestClock implements InstantSource {

    private volatile Instant now;

    public TestClock(long epochMillis) {
        this.now = Instant.ofEpochMilli(epochMillis);
    }

    /** One that begins with the present second. */
    public static TestClock fromNow() {
        return new TestClock(InstantSource.system().instant().getEpochSecond() * 1000);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
