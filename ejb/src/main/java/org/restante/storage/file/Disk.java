package org.restante.storage.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Writes that are on the disk when they return. Where there are POSIX permissions, all that is created is its owner's alone;
 * elsewhere (Windows) folders cannot be forced to disk, and the file system's own journal has to do.
 */
final class Disk {

    /** What is written at once the JDK first copies, out of the heap, into a buffer that the thread then keeps. */
    private static final int AT_ONCE = 1 << 20;

    private final boolean posix;

    Disk(Path root) {
        posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The folder is there afterwards, and will be after a power failure. Its parent must be there. */
    void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectory(folder, ownerOnly("rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        sync(Objects.requireNonNull(folder.getParent()));
    }

    /** The root is there afterwards, with what was missing above it. */
    void createRoot(Path root) throws IOException {
        if (!Files.isDirectory(root)) { // may be a link, which createDirectories of Java 17 does not take
            Files.createDirectories(root, ownerOnly("rwx------"));
        }
    }

    /** An empty new file of a unique name, its owner's alone. */
    Path createNew(Path folder, String prefix) throws IOException {
        return Files.createTempFile(folder, prefix, "");
    }

    /** Fills an empty file. */
    void write(Path file, List<ByteBuffer> parts) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (ByteBuffer part : parts) {
                writeFully(channel, part);
            }
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer part) throws IOException {
        for (int at = part.position(); at < part.limit(); ) {
            at += channel.write(part.slice(at, Math.min(AT_ONCE, part.limit() - at)));
        }
    }

    /** Makes names that were added, changed or removed in the folder last. */
    void sync(Path folder) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a file that has become useless because of a failure; what cannot be deleted now is when the root is opened. */
    static void discard(Path file, IOException because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** Opens a file for a lock on it, made if it is not there. */
    FileChannel openForLock(Path file) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, ownerOnly("rw-------"));
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
