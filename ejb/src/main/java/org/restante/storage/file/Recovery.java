package org.restante.storage.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Deals with what a crash left, before the first reader: batches with a whole journal are done, profiles that were being
 * cleared are deleted, and then files that no journal needs any more. Goes through all names under the root, opens no entry.
 */
final class Recovery {

    private Recovery() {}

    static void run(Path root, Commits commits) throws IOException {
        Folder.visit(root, (path, name) -> {
            if (name.startsWith(Layout.JOURNAL)) {
                commits.recover(path);
            } else if (name.startsWith(Layout.TRASH)) {
                Folder.deleteTree(path);
            }
            return true;
        });
        Folder.visit(root, (profile, name) -> {
            if (FileName.isOne(name)) {
                Folder.visit(profile, Recovery::deleteStaged);
            }
            return true;
        });
    }

    private static boolean deleteStaged(Path namespace, String name) throws IOException {
        if (FileName.isOne(name)) {
            Folder.visit(namespace, (file, fileName) -> {
                if (fileName.startsWith(Layout.STAGED)) {
                    Files.delete(file);
                }
                return true;
            });
        }
        return true;
    }
}
