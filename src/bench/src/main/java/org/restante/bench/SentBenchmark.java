package org.restante.bench;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One message put, and one got, by one contender that is full. Every answer is checked. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class SentBenchmark {

    /** Set by whoever starts a run in this process. */
    static final AtomicReference<@Nullable SentArena> ARENA = new AtomicReference<>();

    private static final AtomicLong NEXT = new AtomicLong(1_000_000);

    @Param({"restante", "raw"})
    public String way;

    @Param("20")
    public int profiles;

    @Param({"1024", "4096"})
    public int size;

    private SentMessages contender;
    private String[] ids;
    private byte[] message;

    /** Chooses the contender. */
    @Setup
    public void choose() {
        SentArena arena = ARENA.get();
        if (arena == null) {
            throw new IllegalStateException("to be run by " + Main.class);
        }
        contender = arena.contender(way);
        ids = new String[SentArena.BOUND];
        for (int number = 0; number < ids.length; number++) {
            ids[number] = SentArena.id(number);
        }
        message = Arena.bytes(new Random(), size);
    }

    /** A message never seen before, so that the oldest of its profile goes; the plain cache, which has no bound, overwrites one. */
    @Benchmark
    public void put() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String id = way.equals("raw") ? ids[random.nextInt(ids.length)] : SentArena.id(NEXT.incrementAndGet());
        contender.put(random.nextInt(profiles), id, message);
    }

    /** A message that is there. */
    @Benchmark
    public void get() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] found = contender.get(random.nextInt(profiles), ids[random.nextInt(ids.length)]);
        if (found == null || found.length != size) {
            throw new IllegalStateException("not the message that was put");
        }
    }
}
