package org.restante.storage.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.restante.entry.EntryKey;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;

/**
 * Finds the profiles that hold data: in each profile's folder as far as its first entry, which is opened only where the
 * folder's name is too long to hold the profile's.
 */
final class ProfileScan {

    private ProfileScan() {}

    static List<ProfileId> scan(Path root) throws IOException {
        TreeSet<ProfileId> profiles = new TreeSet<>();
        Folder.visit(root, (folder, name) -> {
            if (FileName.isOne(name)) {
                ProfileId profile = ofEntries(folder, name);
                if (profile != null) {
                    profiles.add(profile);
                }
            }
            return true;
        });
        return List.copyOf(profiles);
    }

    private static @Nullable ProfileId ofEntries(Path folder, String name) throws IOException {
        @Nullable ProfileId[] found = new ProfileId[1];
        Folder.visit(folder, (namespace, namespaceName) -> {
            if (FileName.isOne(namespaceName)) {
                Folder.visit(namespace, (file, fileName) -> {
                    found[0] = FileName.isOne(fileName) ? profile(name, file) : null;
                    return found[0] == null;
                });
            }
            return found[0] == null;
        });
        return found[0];
    }

    private static @Nullable ProfileId profile(String folderName, Path entry) throws IOException {
        if (FileName.isHashed(folderName)) {
            EntryKey key = EntryFile.key(entry);
            return key != null && FileName.of(key.profile().value()).equals(folderName) ? key.profile() : null;
        }
        String name = FileName.whole(folderName);
        try {
            return name == null ? null : new ProfileId(name);
        } catch (InvalidInputException e) {
            return null; // a folder that somebody else made
        }
    }
}
