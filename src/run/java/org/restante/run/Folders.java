package org.restante.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folders of servers. */
final class Folders {

    private Folders() {}

    /** Makes the one anew, with copies of the other's files and, below it, of its folders'. */
    static void mirror(Path from, Path to) throws IOException {
        delete(to);
        List<Path> parentsFirst;
        try (Stream<Path> paths = Files.walk(from)) {
            parentsFirst = paths.toList();
        }
        Files.createDirectories(to.getParent());
        for (Path path : parentsFirst) {
            Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Deletes it and all in it, where it is. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Makes it anew, empty. */
    static Path empty(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** The text of these files, one after the other. */
    static String text(List<Path> files) {
        return files.stream().map(Folders::text).collect(Collectors.joining("\n"));
    }

    /** The text of this file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
