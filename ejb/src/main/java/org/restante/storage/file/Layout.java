package org.restante.storage.file;

import java.nio.file.Path;
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
}
