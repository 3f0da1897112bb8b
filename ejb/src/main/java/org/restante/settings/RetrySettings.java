package org.restante.settings;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;

/**
 * What is remembered of sent messages.
 *
 * @param adapter name of the adapter: {@value #JCACHE}, {@value #JPA}, {@value #MEMORY}, {@value #NONE} or that of an application's bean
 * @param limits of profiles that have none of their own
 * @param ofProfiles the limits of those that have
 * @param maxMessage how many bytes a message has at most
 * @param attempts how often one requester gets one message
 */
public record RetrySettings(
        String adapter, Limits limits, Map<ProfileId, Limits> ofProfiles, int maxMessage, int attempts) {

    public static final String ADAPTER = "restante.retry.adapter";

    /** The adapter that keeps messages in the grid; the one that is taken unless another is named. */
    public static final String JCACHE = "jcache";

    /** The adapter that keeps messages in the database. */
    public static final String JPA = "jpa";

    /** The adapter that keeps messages while the process runs. */
    public static final String MEMORY = "memory";

    /** The adapter that keeps nothing: all messages come from sources. */
    public static final String NONE = "none";

    static final String PROFILES = "restante.retry.profiles";

    private static final String PREFIX = "restante.retry.";
    private static final Limits DEFAULTS = new Limits(512, Duration.ofMinutes(5));

    /**
     * How much of a profile, and for how long.
     *
     * @param bound how many messages; 0 for none
     */
    public record Limits(int bound, Duration timeToLive) {}

    public RetrySettings {
        ofProfiles = Map.copyOf(ofProfiles);
    }

    static RetrySettings read(SettingsReader reader) {
        Limits limits = limits(reader, PREFIX, DEFAULTS);
        Map<ProfileId, Limits> ofProfiles = new TreeMap<>();
        for (String name : reader.list(PROFILES)) {
            try {
                ofProfiles.put(new ProfileId(name), limits(reader, PROFILES + "." + name + ".", limits));
            } catch (InvalidInputException e) {
                reader.problem(PROFILES, "holds '" + name + "': " + e.getMessage());
            }
        }
        return new RetrySettings(
                reader.stripped(ADAPTER, JCACHE),
                limits,
                ofProfiles,
                (int) reader.number(PREFIX + "max-message-bytes", 1 << 20, 1, 64 << 20),
                (int) reader.number(PREFIX + "attempts", 5, 1, 1_000_000));
    }

    /** Whether messages are kept in the grid. */
    public boolean inGrid() {
        return adapter.equals(JCACHE);
    }

    /** Whether messages are kept in the database. */
    public boolean inDatabase() {
        return adapter.equals(JPA);
    }

    /** Those of one profile. */
    public Limits limits(ProfileId profile) {
        return ofProfiles.getOrDefault(profile, limits);
    }

    /** The times to live of the profiles that have limits of their own. */
    public Map<ProfileId, Duration> timesToLive() {
        Map<ProfileId, Duration> own = new TreeMap<>();
        ofProfiles.forEach((profile, theirs) -> own.put(profile, theirs.timeToLive));
        return own;
    }

    /** The longest time to live of any profile. */
    public Duration longestTimeToLive() {
        return ofProfiles.values().stream()
                .map(Limits::timeToLive)
                .filter(each -> each.compareTo(limits.timeToLive) > 0)
                .max(Duration::compareTo)
                .orElse(limits.timeToLive);
    }

    private static Limits limits(SettingsReader reader, String prefix, Limits fallback) {
        return new Limits(
                (int) reader.number(prefix + "bound", fallback.bound, 0, 1_000_000),
                reader.duration(
                        prefix + "time-to-live", fallback.timeToLive, Duration.ofSeconds(1), Duration.ofDays(30)));
    }
}
