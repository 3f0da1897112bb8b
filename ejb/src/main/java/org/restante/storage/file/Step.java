package org.restante.storage.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of one entry, ready to be made visible at once.
 *
 * @param staged the new file, complete and on the disk in the target's folder; null when the entry is to be deleted
 */
record Step(Path target, @Nullable Path staged) {

    void perform() throws IOException {
        if (staged == null) {
            Files.deleteIfExists(target);
        } else {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Performs what may have been performed already. */
    void redo() throws IOException {
        if (staged == null || Files.exists(staged)) {
            perform();
        }
    }

    void discard(IOException because) {
        if (staged != null) {
            Disk.discard(staged, because);
        }
    }

    Path folder() {
        return Objects.requireNonNull(target.getParent());
    }
}
