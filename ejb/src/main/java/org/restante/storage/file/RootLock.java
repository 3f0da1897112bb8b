package org.restante.storage.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.restante.storage.StorageUnavailableException;

/**
 * The right to use a root, held by one adapter of one process until it is closed or the process ends.
 *
 * <p>Inside this JVM it is a system property, because closing any channel of a file gives up the process's lock on it: the
 * second adapter, of another deployment perhaps, must not even open the lock file.
 */
final class RootLock {

    private final Path file;
    private final String property;
    private final FileLock lock;

    private RootLock(Path file, String property, FileLock lock) {
        this.file = file;
        this.property = property;
        this.lock = lock;
    }

    /** @throws StorageUnavailableException naming the root, when somebody else has it */
    static RootLock take(Path root, Disk disk) throws IOException {
        Path file = root.resolve(Layout.LOCK);
        String property = "org.restante.storage.file." + file;
        if (System.getProperties().putIfAbsent(property, "held") != null) {
            throw inUse(root, "another adapter of this process");
        }
        boolean taken = false;
        try {
            RootLock lock = new RootLock(file, property, lock(root, disk.openForLock(file)));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                System.getProperties().remove(property);
            }
        }
    }

    /** @throws IOException after the release */
    void requireHeld() throws IOException {
        if (!lock.isValid()) {
            throw new IOException("the adapter is closed");
        }
    }

    /** To be asked before something is called absent: with the root unmounted everything would be. */
    void requireRoot() throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "the root is not there any more");
        }
    }

    /** Lets the next one in. Once is enough. */
    void release() throws IOException {
        if (lock.isValid()) {
            lock.acquiredBy().close();
            System.getProperties().remove(property);
        }
    }

    private static FileLock lock(Path root, FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("this process holds a lock on " + root + " that is not of an adapter", e);
        }
        channel.close();
        throw inUse(root, "another process");
    }

    private static StorageUnavailableException inUse(Path root, String by) {
        return new StorageUnavailableException(
                "the file storage " + root + " is in use by " + by + ": one at a time can open it", null);
    }
}
