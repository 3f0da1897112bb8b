package org.restante.bench;

import java.util.ArrayList;
import java.util.List;

/** The longest wait for a lock in each round, in nanoseconds. */
final class Waits {

    private final List<Long> rounds = new ArrayList<>();

    void add(long longest) {
        rounds.add(longest);
    }

    void clear() {
        rounds.clear();
    }

    /** The longest of all, in milliseconds. */
    double longest() {
        return sorted().get(rounds.size() - 1) / 1e6;
    }

    /** The longest of a round as it usually is, in milliseconds. */
    double usual() {
        return sorted().get(rounds.size() / 2) / 1e6;
    }

    private List<Long> sorted() {
        return rounds.stream().sorted().toList();
    }
}
