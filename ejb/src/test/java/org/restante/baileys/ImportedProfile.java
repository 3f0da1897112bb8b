package org.restante.baileys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.restante.Restante;
import org.restante.storage.Storage;
import org.restante.storage.memory.MemoryStorageAdapter;
import org.restante.wiring.PlainRestante;

/** A profile in memory, into which tests import and out of which they export. */
final class ImportedProfile {

    private final Restante restante = PlainRestante.over(new MemoryStorageAdapter(InstantSource.system()));
    private final Storage storage = restante.profile("primary").storage();
    private final BaileysFolders folders;

    ImportedProfile() {
        this(new BaileysFolders());
    }

    ImportedProfile(BaileysFolders folders) {
        this.folders = folders;
    }

    Storage storage() {
        return storage;
    }

    BaileysFolders folders() {
        return folders;
    }

    boolean isEmpty() {
        return restante.profiles().list().isEmpty();
    }

    ImportOutcome zip(byte[] zip, WhenUnreadable whenUnreadable) {
        return folders.importZip(storage, new ByteArrayInputStream(zip), whenUnreadable);
    }

    ImportOutcome zip(byte[] zip) {
        return zip(zip, WhenUnreadable.REFUSE);
    }

    /** Imports what must be fine. */
    ImportOutcome.Imported imported(AuthFolder folder) {
        ImportOutcome outcome = zip(folder.zipped());
        assertThat(outcome).isInstanceOf(ImportOutcome.Imported.class);
        return (ImportOutcome.Imported) outcome;
    }

    /** The remarks on a folder that must be refused, with nothing written. */
    List<FileRemark> refused(AuthFolder folder) {
        ImportOutcome outcome = zip(folder.zipped());
        assertThat(outcome).isInstanceOf(ImportOutcome.Refused.class);
        assertThat(isEmpty()).isTrue();
        return new ArrayList<>(outcome.unreadable());
    }

    /** Exports what must be fine. */
    AuthFolder exported() {
        ExportOutcome outcome = folders.export(storage);
        assertThat(outcome).isInstanceOf(ExportOutcome.Ready.class);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try {
            ((ExportOutcome.Ready) outcome).folder().writeTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthFolder.unzipped(zip.toByteArray());
    }
}
