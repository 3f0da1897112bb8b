package org.restante.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.restante.retry.jcache.JCacheRetryCacheAdapter;
import org.restante.retry.memory.MemoryRetryCacheAdapter;

/** All ways of remembering {@value #BOUND} messages of each of {@value #PROFILES} profiles. */
final class SentArena implements AutoCloseable {

    static final int PROFILES = 20;
    static final int BOUND = 500;
    static final int LARGE_BOUND = 100_000;

    private final Grid grid;
    private final Map<String, SentMessages> contenders = new LinkedHashMap<>();

    /** @param members of the cluster */
    SentArena(int members) {
        this(members, PROFILES);
    }

    /** The same with another number of profiles. */
    SentArena(int members, int profiles) {
        this.grid = new Grid(members);
        contenders.put("restante", bounded(BOUND, profiles));
        contenders.put("raw", new RawSent(grid.caches()));
        contenders.put("memory", new RestanteSent(new MemoryRetryCacheAdapter(), PROFILES, BOUND));
        contenders.put("memory adapter", new AdapterSent(new MemoryRetryCacheAdapter(), PROFILES, BOUND));
        contenders.put("caffeine", new CaffeineSent(PROFILES * BOUND));
        contenders.put("bound-" + LARGE_BOUND, bounded(LARGE_BOUND, 1));
        contenders.put("bound-" + BOUND, bounded(BOUND, 1));
    }

    private SentMessages bounded(int bound, int profiles) {
        return new RestanteSent(new JCacheRetryCacheAdapter(grid.caches()), profiles, bound);
    }

    /** An id of which the lowest number is the oldest, and goes first of two with the same timestamp. */
    static String id(long number) {
        return "3EB0%012d".formatted(number);
    }

    SentMessages contender(String name) {
        SentMessages contender = contenders.get(name);
        if (contender == null) {
            throw new IllegalArgumentException(name);
        }
        return contender;
    }

    /** Fills a contender up to its bound with messages of that size. */
    void fill(String name, int profiles, int messages, int size) {
        SentMessages contender = contender(name);
        contender.clear();
        byte[] message = Arena.bytes(new Random(size), size);
        for (int number = 0; number < messages; number++) {
            for (int profile = 0; profile < profiles; profile++) {
                contender.put(profile, id(number), message.clone());
            }
        }
    }

    /**
     * Compares what is there with the bound.
     *
     * @throws IllegalStateException when a profile has more or less
     */
    void verify(String name, int profiles, int bound) {
        for (int profile = 0; profile < profiles; profile++) {
            int count = contender(name).count(profile);
            if (count != bound) {
                throw new IllegalStateException(name + " holds " + count + " messages of a profile, not " + bound);
            }
        }
    }

    @Override
    public void close() {
        contenders.values().forEach(SentMessages::clear);
        grid.close();
    }
}
