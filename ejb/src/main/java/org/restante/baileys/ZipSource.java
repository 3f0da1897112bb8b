package org.restante.baileys;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.restante.entry.InvalidInputException;

/**
 * The files of a zip, read as a stream: nothing of it is ever on disk, where secrets would lie in the clear. The JDK's
 * reader checks each file's size and CRC and refuses encryption; paths, names given twice, sizes and the end of the zip
 * are checked here.
 */
final class ZipSource {

    static final String FIELD = "zip";

    /** A drive, a root, a back slash, or a part that is empty or made of dots. */
    private static final Pattern LEAVES =
            Pattern.compile("[A-Za-z]:.*|.*\\\\.*|(?:.*/)?\\.{0,2}(?:/.*)?", Pattern.DOTALL);

    private final FolderLimits limits;

    ZipSource(FolderLimits limits) {
        this.limits = limits;
    }

    /** @throws InvalidInputException naming {@code zip}; files that were fine may have been given to the sink before */
    void read(InputStream zip, FileSink sink) {
        ZipTail source = new ZipTail(zip);
        Intake intake = new Intake(FIELD, limits, source::count);
        try (ZipInputStream files = new ZipInputStream(source)) {
            readFiles(files, intake, sink);
        } catch (IOException | IllegalArgumentException e) {
            // the latter for names that are not UTF-8
            throw intake.refused("is not a zip, or a broken one");
        }
        if (!isFileCount(source.files(), intake.files())) {
            throw intake.refused("is not a zip, or one that is cut short");
        }
    }

    /** From 65535 on the number stands elsewhere: this one says so, or has lost its upper half. */
    private static boolean isFileCount(OptionalInt stated, int found) {
        return stated.isPresent()
                && (stated.getAsInt() == (found & 0xffff) || stated.getAsInt() == Math.min(found, 0xffff));
    }

    private static void readFiles(ZipInputStream zip, Intake intake, FileSink sink) throws IOException {
        Set<String> paths = new HashSet<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            intake.countFile();
            String path = requireInside(entry, intake);
            if (!paths.add(path)) {
                throw intake.refused("holds two files of one name");
            }
            byte[] content = intake.read(zip);
            if (!entry.isDirectory()) {
                sink.file(path, content);
            }
        }
    }

    private static String requireInside(ZipEntry entry, Intake intake) {
        String name = entry.getName();
        String path = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
        if (LEAVES.matcher(path).matches()) {
            throw intake.refused("holds a path that leaves it or is not a plain one");
        }
        return path;
    }
}
