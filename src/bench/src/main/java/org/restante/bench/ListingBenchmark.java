package org.restante.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.restante.Restante;
import org.restante.entry.Namespaces;
import org.restante.entry.ProfileId;
import org.restante.storage.KeyPage;
import org.restante.storage.PageRequest;

/** What must not grow with the number of entries. Every answer is checked. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class ListingBenchmark {

    /** By number of entries; filled by whoever starts a run in this process. */
    static final Map<Integer, Crowd> CROWDS = new ConcurrentHashMap<>();

    @Param({"10000", "1000000"})
    public int entries;

    private Restante restante;

    /** Chooses the crowd. */
    @Setup
    public void choose() {
        Crowd crowd = CROWDS.get(entries);
        if (crowd == null) {
            throw new IllegalStateException("to be run by " + Main.class);
        }
        restante = crowd.restante();
    }

    /** The list of all profiles. */
    @Benchmark
    public List<ProfileId> profiles() {
        List<ProfileId> profiles = restante.profiles().list();
        if (profiles.size() != Crowd.PROFILES) {
            throw new IllegalStateException("listed " + profiles.size());
        }
        return profiles;
    }

    /** One entry of any profile. */
    @Benchmark
    public byte[] getAmongMany() {
        int number = ThreadLocalRandom.current().nextInt(entries);
        return restante.profile("p" + number % Crowd.PROFILES)
                .storage()
                .get(Namespaces.SESSION, "key-%07d".formatted(number / Crowd.PROFILES))
                .orElseThrow();
    }

    /** A page of a thousand keys from anywhere in a namespace that holds all the entries. */
    @Benchmark
    public KeyPage keys() {
        int after = ThreadLocalRandom.current().nextInt(entries - PageRequest.MAX_LIMIT - 1);
        KeyPage page = restante.profile("p0")
                .storage()
                .keys(Namespaces.SENDER_KEY, new PageRequest("key-%07d".formatted(after), PageRequest.MAX_LIMIT));
        if (page.keys().size() != PageRequest.MAX_LIMIT) {
            throw new IllegalStateException("a page of " + page.keys().size());
        }
        return page;
    }
}
