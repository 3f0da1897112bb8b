package org.restante.metering;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, in order. */
final class RecordingMeter implements Meter {

    private final List<Told> operations = new CopyOnWriteArrayList<>();
    private final List<Outcome> lockWaits = new CopyOnWriteArrayList<>();
    private final List<Capability> retries = new CopyOnWriteArrayList<>();

    record Told(Operation operation, Outcome outcome, Duration took) {

        @Override
        public String toString() {
            return operation + " " + outcome;
        }
    }

    List<Told> operations() {
        return operations;
    }

    List<Outcome> lockWaits() {
        return lockWaits;
    }

    List<Capability> retries() {
        return retries;
    }

    /** What was told since it was asked last. */
    List<String> news() {
        List<String> news = operations.stream().map(Told::toString).toList();
        operations.clear();
        return news;
    }

    @Override
    public void operation(Operation operation, Outcome outcome, Duration took) {
        operations.add(new Told(operation, outcome, took));
    }

    @Override
    public void lockWait(Outcome outcome, Duration took) {
        lockWaits.add(outcome);
    }

    @Override
    public void retry(Capability capability) {
        retries.add(capability);
    }
}
