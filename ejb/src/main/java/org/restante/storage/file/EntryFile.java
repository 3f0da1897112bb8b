package org.restante.storage.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.restante.codec.Envelope;
import org.restante.entry.EntryKey;
import org.restante.storage.StoredEntry;
import org.restante.storage.Versions;

/**
 * Reads the files of entries. A file whose header is damaged, or that holds another key than its name says, is an entry
 * with an envelope that no codec reads, as old as the file and with that time for its version.
 */
final class EntryFile {

    private static final Envelope UNREADABLE = new Envelope(new byte[0], new byte[0]);

    private EntryFile() {}

    /** The entry, null when there is no file. */
    static @Nullable StoredEntry read(Path file, EntryKey key) throws IOException {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return null;
        }
        EntryHeader header = EntryHeader.read(bytes);
        if (header == null || !header.key().equals(key)) {
            return damaged(file);
        }
        byte[] envelopeHeader = rest(bytes, header.envelopeHeaderLength());
        Envelope envelope = new Envelope(envelopeHeader, rest(bytes, bytes.remaining()));
        return new StoredEntry(envelope, header.version(), header.updatedAt());
    }

    /** The version of the entry, null when there is no file; of the file only the header is read. */
    static @Nullable Long version(Path file, EntryKey key) throws IOException {
        try {
            EntryHeader header = EntryHeader.read(beginning(file));
            return header == null || !header.key().equals(key) ? damaged(file).version() : header.version();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** The key that the file says to be of, null when that part of it is damaged. */
    static @Nullable EntryKey key(Path file) throws IOException {
        return EntryHeader.readKey(beginning(file));
    }

    private static StoredEntry damaged(Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS);
        return new StoredEntry(UNREADABLE, Math.max(1, Versions.first(written)), written);
    }

    private static ByteBuffer beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(EntryHeader.MAX_LENGTH));
        }
    }

    private static byte[] rest(ByteBuffer bytes, int length) {
        byte[] part = new byte[Math.min(length, bytes.remaining())];
        bytes.get(part);
        return part;
    }
}
