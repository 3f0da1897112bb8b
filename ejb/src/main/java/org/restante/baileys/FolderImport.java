package org.restante.baileys;

import java.util.ArrayList;
import java.util.List;
import org.restante.codec.Content;
import org.restante.storage.Batch;
import org.restante.storage.Storage;

/** What was found in a folder, as one change of a profile. */
final class FolderImport {

    private final Batch batch = new Batch();
    private final List<FileRemark> unreadable = new ArrayList<>();
    private final List<FileRemark> notes = new ArrayList<>();

    FolderImport(List<CollectedFile> files) {
        files.forEach(this::add);
        if (files.stream().noneMatch(file -> file.path().equals(AuthFileName.CREDS))) {
            unreadable.add(new FileRemark(AuthFileName.CREDS, "is missing"));
        }
    }

    ImportOutcome into(Storage storage, WhenUnreadable whenUnreadable) {
        if (!unreadable.isEmpty() && whenUnreadable == WhenUnreadable.REFUSE) {
            return new ImportOutcome.Refused(unreadable);
        }
        storage.apply(batch);
        return new ImportOutcome.Imported(batch.size(), unreadable, notes);
    }

    private void add(CollectedFile file) {
        if (file instanceof CollectedFile.Usable readable) {
            add(readable);
        } else if (file instanceof CollectedFile.Unreadable problem) {
            unreadable.add(new FileRemark(problem.path(), problem.reason()));
        }
    }

    private void add(CollectedFile.Usable file) {
        AuthFileName name = file.name();
        batch.put(name.namespace().as(Content.class), name.key(), file.content());
        if (!name.certain()) {
            notes.add(new FileRemark(
                    file.path(), "may stand for more than one key and is kept under '" + name.key() + "'"));
        }
    }
}
