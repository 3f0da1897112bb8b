package org.restante.storage.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.storage.PageRequest;

/**
 * Finds one page of keys in the order of their file names: the whole folder is gone through, and only the best names so far
 * are kept. A file is opened only where its name is too long to hold the key.
 */
final class KeyScan {

    private final String after;
    private final int wanted;
    private final PriorityQueue<Found> best =
            new PriorityQueue<>(Comparator.comparing(Found::fileName).reversed());

    private record Found(String fileName, String key) {}

    /** One more than the limit is looked for, to know whether there are more. */
    KeyScan(PageRequest page) {
        after = page.after() == null ? "" : FileName.of(page.after());
        wanted = page.limit() + 1;
    }

    List<String> scan(Path namespace) throws IOException {
        Folder.visit(namespace, (file, name) -> {
            offer(file, name);
            return true;
        });
        return best.stream()
                .sorted(Comparator.comparing(Found::fileName))
                .map(Found::key)
                .toList();
    }

    private void offer(Path file, String name) throws IOException {
        boolean full = best.size() == wanted;
        if (name.compareTo(after) <= 0 || (full && name.compareTo(best.element().fileName()) > 0)) {
            return;
        }
        String key = key(file, name);
        if (key != null) {
            if (full) {
                best.remove();
            }
            best.add(new Found(name, key));
        }
    }

    private static @Nullable String key(Path file, String name) throws IOException {
        if (!FileName.isHashed(name)) {
            return FileName.whole(name);
        }
        EntryKey key = EntryFile.key(file);
        return key != null && FileName.of(key.key()).equals(name) ? key.key() : null;
    }
}
