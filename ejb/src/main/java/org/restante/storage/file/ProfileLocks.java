package org.restante.storage.file;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.restante.entry.ProfileId;

/** One writer at a time for each profile. A fixed number of locks, always taken in one order. */
final class ProfileLocks {

    private static final int COUNT = 64;

    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(COUNT).toList();

    <T> T holding(Collection<ProfileId> profiles, IoWork<T> work) throws IOException {
        return holding(
                profiles.stream()
                        .mapToInt(profile -> Math.floorMod(profile.hashCode(), COUNT))
                        .sorted()
                        .distinct(),
                work);
    }

    void holdingAll(IoAction work) throws IOException {
        holding(IntStream.range(0, COUNT), () -> {
            work.run();
            return true;
        });
    }

    private <T> T holding(IntStream indexes, IoWork<T> work) throws IOException {
        List<Lock> held = indexes.mapToObj(locks::get).toList();
        held.forEach(Lock::lock);
        try {
            return work.run();
        } finally {
            held.forEach(Lock::unlock);
        }
    }
}
