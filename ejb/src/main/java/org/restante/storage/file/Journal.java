package org.restante.storage.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is going to do, as text: a line {@code restante-journal 1}, for each step {@code put <staged> <target>} or
 * {@code delete <target>} with paths from the root, and a last line {@code end} with the CRC-32C of the lines before it. A
 * batch is committed when its journal is whole on the disk.
 */
record Journal(Path root, List<Step> steps) {

    private static final String TITLE = "restante-journal 1";
    private static final String END = "end ";

    byte[] write() {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        for (Step step : steps) {
            text.append(step.staged() == null ? "delete" : "put " + relative(step.staged()))
                    .append(' ')
                    .append(relative(step.target()))
                    .append('\n');
        }
        return (text + END + checksum(text) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The journal, null when it is not whole: then nothing of the batch has been done. */
    static @Nullable Journal read(Path root, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        int end = text.lastIndexOf(END);
        if (!text.startsWith(TITLE + "\n")
                || end < 0
                || !text.substring(end).equals(END + checksum(text.substring(0, end)) + "\n")) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        text.substring(0, end)
                .lines()
                .skip(1)
                .map(line -> line.split(" ", -1))
                .forEach(words -> steps.add(
                        words.length == 2
                                ? new Step(root.resolve(words[1]), null)
                                : new Step(root.resolve(words[2]), root.resolve(words[1]))));
        return new Journal(root, steps);
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static String checksum(CharSequence text) {
        CRC32C crc = new CRC32C();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(crc.getValue());
    }
}
