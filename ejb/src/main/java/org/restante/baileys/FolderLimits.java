package org.restante.baileys;

import org.restante.entry.InvalidInputException;

/**
 * How much an import takes in. What is beyond a limit is refused whole, before anything is written.
 *
 * @param maxFiles files and directories, 1 or more
 * @param maxFileSize bytes of one file, 1 or more
 * @param maxTotalSize bytes of all files, 1 or more; about as much memory is used
 * @param maxRatio how many times its own size a zip may unfold to, 1 or more; not looked at below 1 MiB
 */
public record FolderLimits(int maxFiles, int maxFileSize, long maxTotalSize, int maxRatio) {

    private static final FolderLimits DEFAULTS = new FolderLimits(200_000, 16 << 20, 512L << 20, 100);

    /** @throws InvalidInputException naming the limit that is not positive */
    public FolderLimits {
        requirePositive("maxFiles", maxFiles);
        requirePositive("maxFileSize", maxFileSize);
        requirePositive("maxTotalSize", maxTotalSize);
        requirePositive("maxRatio", maxRatio);
    }

    /** 200 000 files, 16 MiB each, 512 MiB together, a ratio of 100. */
    public static FolderLimits defaults() {
        return DEFAULTS;
    }

    private static void requirePositive(String name, long limit) {
        if (limit < 1) {
            throw new InvalidInputException(name, "must be positive, but is " + limit);
        }
    }
}
