package org.restante.storage.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.storage.NamespaceCount;

/** Counts the files in the folders of a profile's namespaces, none further than asked for. */
final class NamespaceScan {

    private final int most;

    NamespaceScan(int most) {
        this.most = most;
    }

    List<NamespaceCount> scan(Path profile) throws IOException {
        List<NamespaceCount> counts = new ArrayList<>();
        Folder.visit(profile, (folder, folderName) -> {
            if (FileName.isOne(folderName)) {
                Namespace namespace = new Namespace(folderName);
                Folder.visit(folder, (file, name) -> !FileName.isOne(name) || namespace.counted(file) < most);
                namespace.count().ifPresent(counts::add);
            }
            return true;
        });
        counts.sort(Comparator.comparing(NamespaceCount::namespace));
        return counts;
    }

    /** A folder, whose name may be too long to hold the namespace's. */
    private static final class Namespace {

        private final String folderName;
        private @Nullable String name;
        private int count;

        Namespace(String folderName) {
            this.folderName = folderName;
            this.name = FileName.whole(folderName);
        }

        int counted(Path file) throws IOException {
            if (name == null) {
                EntryKey key = EntryFile.key(file);
                name = key != null && FileName.of(key.namespace()).equals(folderName) ? key.namespace() : null;
            }
            return ++count;
        }

        Optional<NamespaceCount> count() {
            return name == null || count == 0 ? Optional.empty() : Optional.of(new NamespaceCount(name, count));
        }
    }
}
