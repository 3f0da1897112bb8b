package org.restante.baileys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.restante.entry.InvalidInputException;

/** Takes in the files of one folder and stops at the limits, whatever sizes are claimed. */
final class Intake {

    private static final long RATIO_COUNTS_FROM = 1 << 20;
    private static final int CHUNK = 64 << 10;

    private final String field;
    private final FolderLimits limits;
    private final LongSupplier sourceSize;
    private int files;
    private long total;

    /**
     * @param field how the caller calls the folder
     * @param sourceSize how many bytes were read to get at what was taken in so far
     */
    Intake(String field, FolderLimits limits, LongSupplier sourceSize) {
        this.field = field;
        this.limits = limits;
        this.sourceSize = sourceSize;
    }

    /** @throws InvalidInputException when these are too many */
    void countFile() {
        if (++files > limits.maxFiles()) {
            throw refused("holds more than " + limits.maxFiles() + " files");
        }
    }

    int files() {
        return files;
    }

    /** @throws InvalidInputException when the file, or all of them together, are too large */
    byte[] read(InputStream file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = file.read(chunk); n >= 0; n = file.read(chunk)) {
            total += n;
            if (bytes.size() + n > limits.maxFileSize()) {
                throw refused("holds a file of more than " + limits.maxFileSize() + " bytes");
            }
            if (total > limits.maxTotalSize()) {
                throw refused("holds more than " + limits.maxTotalSize() + " bytes");
            }
            if (total > RATIO_COUNTS_FROM && total / limits.maxRatio() > sourceSize.getAsLong()) {
                throw refused("unfolds to more than " + limits.maxRatio() + " times its size");
            }
            bytes.write(chunk, 0, n);
        }
        return bytes.toByteArray();
    }

    InvalidInputException refused(String problem) {
        return new InvalidInputException(field, problem);
    }
}
