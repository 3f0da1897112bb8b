package org.restante.retry;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * How often the messages of one profile were asked for, until that is forgotten, or until {@value #MOST} others were asked
 * for. For one thread at a time.
 */
public final class AttemptCounts {

    /** Who asks says for what: without a limit a stranger could fill the memory. */
    static final int MOST = 100_000;

    /** In the order of their first attempts, which is that in which they are forgotten, unless times to live were changed. */
    private final Map<Attempted, Count> counts = new LinkedHashMap<>();

    /** Who asked for what. */
    public record Attempted(String message, String requester) {}

    /**
     * How often, and until when that is remembered.
     *
     * @param until milliseconds since 1970
     */
    public record Count(int used, long until) {}

    /**
     * Counts an attempt.
     *
     * @param until when it is forgotten if it is the first
     * @return which one it is, counted from 1; {@code limit + 1} for all over the limit
     */
    public int attempt(Attempted attempted, int limit, long now, long until) {
        drop(now);
        Count known = counts.get(attempted);
        // one that is over is still here when it came, from another part of a split cluster, behind later ones
        if (known == null || known.until() <= now) {
            counts.remove(attempted);
            counts.put(attempted, new Count(1, until));
            if (counts.size() > MOST) {
                counts.remove(counts.keySet().iterator().next());
            }
            return 1;
        }
        int used = Math.min(known.used() + 1, limit + 1);
        counts.put(attempted, new Count(used, known.until()));
        return used;
    }

    /** Forgets what is over. */
    public void drop(long now) {
        Iterator<Count> oldestFirst = counts.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().until() <= now) {
            oldestFirst.remove();
        }
    }

    /** Takes what another has counted, where that is more. */
    public void merge(AttemptCounts other) {
        other.counts.forEach((attempted, count) ->
                counts.merge(attempted, count, (one, two) -> one.used() >= two.used() ? one : two));
    }

    /** Takes a count as it is. */
    public void add(Attempted attempted, Count count) {
        counts.put(attempted, count);
    }

    /** Gives every count. */
    public void forEach(BiConsumer<Attempted, Count> action) {
        counts.forEach(action);
    }

    public int size() {
        return counts.size();
    }
}
