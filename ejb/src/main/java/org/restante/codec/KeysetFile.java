package org.restante.codec;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.GeneralSecurityException;
import java.util.Objects;

/** Keysets in files: Tink's JSON, in clear. A file is seen whole or not at all, also after a crash. */
final class KeysetFile {

    /** All of Tink's own AEAD algorithms, without its process-wide registry and without key management services. */
    static final Configuration AEAD = AeadConfig2026.get();

    private KeysetFile() {}

    static KeysetHandle read(Path file) throws KeysetFileException {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), AEAD, InsecureSecretKeyAccess.get());
        } catch (NoSuchFileException e) {
            throw new KeysetFileException(file, "does not exist");
        } catch (AccessDeniedException e) {
            throw new KeysetFileException(file, "may not be read by this user");
        } catch (CharacterCodingException e) {
            throw new KeysetFileException(file, "is not a keyset: it is not UTF-8 text");
        } catch (IOException e) {
            throw new KeysetFileException(file, "cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new KeysetFileException(file, "is not a Tink keyset of AEAD keys, as JSON in clear", e);
        }
    }

    /** Writes a new file that only its owner reads; one that is there already stays as it is, and is a failure. */
    static void create(Path file, KeysetHandle keyset) throws KeysetFileException {
        try {
            // a link, since a move would silently replace what is there
            write(file, keyset, temporary -> Files.createLink(file, temporary));
        } catch (FileAlreadyExistsException e) {
            throw new KeysetFileException(file, "exists already and is not overwritten");
        } catch (NoSuchFileException e) {
            throw new KeysetFileException(file, "cannot be created: its folder does not exist");
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeysetFileException(file, "cannot be created", e);
        }
    }

    /** Replaces the file; owner, group and permissions stay, so that the server can still read it. */
    static void replace(Path file, KeysetHandle keyset) throws KeysetFileException {
        try {
            Path target = file.toRealPath();
            write(target, keyset, temporary -> {
                copyAccess(target, temporary);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            });
        } catch (IOException e) {
            throw new KeysetFileException(file, "cannot be replaced", e);
        }
    }

    private static void write(Path file, KeysetHandle keyset, Publication publication) throws IOException {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        Path temporary = Files.createTempFile(folder, ".keyset", ".tmp"); // only its owner reads it
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer json = ByteBuffer.wrap(json(keyset).getBytes(StandardCharsets.UTF_8));
                while (json.hasRemaining()) {
                    channel.write(json);
                }
                channel.force(true);
            }
            publication.publish(temporary);
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, AEAD, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a keyset of AEAD keys cannot be written", e);
        }
    }

    private static void copyAccess(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes actual = view.readAttributes();
        if (!actual.owner().equals(wanted.owner())) {
            view.setOwner(wanted.owner());
        }
        if (!actual.group().equals(wanted.group())) {
            view.setGroup(wanted.group());
        }
        view.setPermissions(wanted.permissions());
    }

    /** Puts the finished temporary file in its place. */
    private interface Publication {
        void publish(Path temporary) throws IOException;
    }
}
