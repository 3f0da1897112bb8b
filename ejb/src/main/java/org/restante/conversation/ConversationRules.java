package org.restante.conversation;

import java.time.Duration;
import java.util.Objects;
import org.restante.entry.InvalidInputException;

/**
 * How the messages of a handler are handled. Changed copies come from the {@code with} methods.
 *
 * @param lease how long a conversation is held by a node that has died; it is renewed while a node handles it
 * @param window of silence before {@link ConversationStrategy#DEBOUNCE} handles; of no meaning for others
 * @param cap how many messages {@link ConversationStrategy#CONCURRENT} handles at once in a conversation; of no meaning for
 *     others
 * @param trials how often, and how long, a message is tried
 */
public record ConversationRules(
        ConversationStrategy strategy, Duration lease, Duration window, int cap, Trials trials) {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int LARGEST = 1_000_000;

    /**
     * How much is tried.
     *
     * @param most how often a message is handled in vain before it is given up; 0 for without end
     * @param limit how long one handling may take before it is rolled back
     * @param inARow how many turns a node takes in one conversation before it lets others come
     * @param remembered how many messages of a conversation are remembered, to know one that comes again
     */
    public record Trials(int most, Duration limit, int inARow, int remembered) {

        /** @throws InvalidInputException naming what breaks its limit */
        public Trials {
            between("most", most, 0);
            require("limit", limit);
            between("inARow", inARow, 1);
            between("remembered", remembered, 1);
        }
    }

    /** @throws InvalidInputException naming what breaks its limit */
    public ConversationRules {
        Objects.requireNonNull(strategy);
        require("lease", lease);
        require("window", window);
        between("cap", cap, 1);
    }

    /**
     * A lease of 30 seconds, a window of 1.5, a cap of 10; 10 attempts of at most 5 minutes each, 100 turns in a row, 1 000
     * messages remembered.
     */
    public static ConversationRules of(ConversationStrategy strategy) {
        return new ConversationRules(
                strategy,
                Duration.ofSeconds(30),
                Duration.ofMillis(1500),
                10,
                new Trials(10, Duration.ofMinutes(5), 100, 1000));
    }

    /** The same with that lease, of a millisecond to a day. */
    public ConversationRules withLease(Duration newLease) {
        return new ConversationRules(strategy, newLease, window, cap, trials);
    }

    /** The same with that window, of a millisecond to a day. */
    public ConversationRules withWindow(Duration newWindow) {
        return new ConversationRules(strategy, lease, newWindow, cap, trials);
    }

    /** The same with that cap, at least 1. */
    public ConversationRules withCap(int newCap) {
        return new ConversationRules(strategy, lease, window, newCap, trials);
    }

    /** The same with as many attempts; 0 for without end. */
    public ConversationRules withMaxAttempts(int newMost) {
        return withTrials(new Trials(newMost, trials.limit, trials.inARow, trials.remembered));
    }

    /** The same with that limit of one handling, of a millisecond to a day. */
    public ConversationRules withLimit(Duration newLimit) {
        return withTrials(new Trials(trials.most, newLimit, trials.inARow, trials.remembered));
    }

    /** The same with as many turns in a row, at least 1. */
    public ConversationRules withTurnsInARow(int newInARow) {
        return withTrials(new Trials(trials.most, trials.limit, newInARow, trials.remembered));
    }

    /** The same with as many messages remembered, at least 1. */
    public ConversationRules withRemembered(int newRemembered) {
        return withTrials(new Trials(trials.most, trials.limit, trials.inARow, newRemembered));
    }

    private ConversationRules withTrials(Trials newTrials) {
        return new ConversationRules(strategy, lease, window, cap, newTrials);
    }

    /** Whether a message that was handled in vain so often is given up. */
    boolean isTooOften(int attempt) {
        return trials.most > 0 && attempt >= trials.most;
    }

    /** How long a message waits at least. */
    Duration delay() {
        return strategy == ConversationStrategy.DEBOUNCE ? window : Duration.ZERO;
    }

    private static void require(String field, Duration time) {
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new InvalidInputException(
                    field, "must be from " + Duration.ofMillis(1) + " to " + LONGEST + ", but is " + time);
        }
    }

    private static void between(String field, int number, int least) {
        if (number < least || number > LARGEST) {
            throw new InvalidInputException(field, "must be from " + least + " to " + LARGEST + ", but is " + number);
        }
    }
}
