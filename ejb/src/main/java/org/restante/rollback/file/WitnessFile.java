package org.restante.rollback.file;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.restante.rollback.Sighting;
import org.restante.rollback.SightingText;

/** Sightings as a properties file, {@code lineage=witness epoch}; seen whole or not at all, also after a crash. */
final class WitnessFile {

    private final Path file;

    WitnessFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What the file holds, nothing where there is none; a damaged one is an exception. */
    List<Sighting> read() throws IOException {
        Properties lines = new Properties();
        try (Reader text = new StringReader(Files.readString(file))) {
            lines.load(text);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no properties file", e);
        }
        List<Sighting> sightings = new ArrayList<>();
        for (String lineage : lines.stringPropertyNames()) {
            sightings.add(SightingText.read(lineage, lines.getProperty(lineage))
                    .orElseThrow(() -> new IOException("it holds something else than sightings")));
        }
        if (sightings.isEmpty()) {
            throw new IOException("it is empty");
        }
        return sightings;
    }

    void write(Collection<Sighting> sightings) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".restante-epoch", ".tmp"); // only its owner reads it
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text(sightings).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String text(Collection<Sighting> sightings) throws IOException {
        Properties lines = new Properties();
        for (Sighting sighting : sightings) {
            lines.setProperty(sighting.lineage().toString(), SightingText.of(sighting));
        }
        StringWriter text = new StringWriter();
        lines.store(text, "When Restante saw each database last; kept beside them, never restored with them");
        return text.toString();
    }

    /** Windows has no way to force a folder to disk; its file system's own journal has to do. */
    private static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel entries = FileChannel.open(folder)) {
                entries.force(true);
            }
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
