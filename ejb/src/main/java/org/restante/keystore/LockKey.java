package org.restante.keystore;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;

/** The name of a lock, in the order in which several are taken. */
public record LockKey(ProfileId profile, String key) implements Comparable<LockKey> {

    /** The most that one transaction can hold. */
    public static final int MOST = 1000;

    /** @throws InvalidInputException naming {@code lockKey} when it breaks its limit of 512 characters */
    public LockKey {
        EntryKey.requireKey("lockKey", key);
    }

    /**
     * Each of them once, in the order in which they are to be taken.
     *
     * @throws InvalidInputException naming {@code lockKeys} when there is none or there are too many
     */
    static List<LockKey> ordered(ProfileId profile, Collection<String> keys) {
        if (keys.isEmpty() || keys.size() > MOST) {
            throw new InvalidInputException("lockKeys", "must be 1 to " + MOST + ", but are " + keys.size());
        }
        return List.copyOf(
                keys.stream().map(key -> new LockKey(profile, key)).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The names of locks as messages have them. */
    static String names(List<LockKey> locks) {
        return locks.stream().map(LockKey::toString).collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(LockKey other) {
        int byProfile = profile.compareTo(other.profile);
        return byProfile != 0 ? byProfile : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return profile + "/" + key;
    }
}
