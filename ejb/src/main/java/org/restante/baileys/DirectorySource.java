package org.restante.baileys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.restante.entry.InvalidInputException;

/** The files of a directory. What is in directories below it, and where links point to, is not read. */
final class DirectorySource {

    private static final String FIELD = "folder";

    private final FolderLimits limits;

    DirectorySource(FolderLimits limits) {
        this.limits = limits;
    }

    /**
     * Gives each file to the sink.
     *
     * @throws InvalidInputException naming {@code folder} when it is none, or over a limit
     * @throws UncheckedIOException when it cannot be read
     */
    void read(Path folder, FileSink sink) {
        Intake intake = new Intake(FIELD, limits, () -> Long.MAX_VALUE);
        if (!Files.isDirectory(folder)) {
            throw intake.refused("is not a directory");
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                intake.countFile();
                readFile(file, intake, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readFile(Path file, Intake intake, FileSink sink) throws IOException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            sink.notRead(new FileRemark(name, "is not a regular file"));
            return;
        }
        try (InputStream content = Files.newInputStream(file)) {
            sink.file(name, intake.read(content));
        }
    }
}
