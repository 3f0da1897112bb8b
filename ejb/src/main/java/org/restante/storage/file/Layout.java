package org.restante.storage.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.restante.entry.EntryKey;
import org.restante.entry.ProfileId;

/** Where things are under the root. Names that begin with a dot are never entries. */
record Layout(Path root) {

    static final String LOCK = ".lock";
    static final String STAGED = ".tmp-";
    static final String JOURNAL = ".journal-";
    static final String TRASH = ".trash-";

    Path profile(ProfileId profile) {
        return root.resolve(FileName.of(profile.value()));
    }

    Path namespace(ProfileId profile, String namespace) {
        return profile(profile).resolve(FileName.of(namespace));
    }

    Path entry(EntryKey key) {
        return namespace(key.profile(), key.namespace()).resolve(FileName.of(key.key()));
    }

    /** The files of a profile's entries, but for those in the kept namespaces. */
    Set<Path> entries(ProfileId profile, Set<String> kept) throws IOException {
        Set<String> keptFolders = kept.stream().map(FileName::of).collect(Collectors.toSet());
        Set<Path> files = new HashSet<>();
        Folder.visit(profile(profile), (namespace, folderName) -> {
            if (FileName.isOne(folderName) && !keptFolders.contains(folderName)) {
                Folder.visit(namespace, (file, name) -> !FileName.isOne(name) || files.add(file));
            }
            return true;
        });
        return files;
    }
}
