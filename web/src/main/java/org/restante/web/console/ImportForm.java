package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.audit.AuditEntry;
import org.restante.baileys.BaileysFolders;
import org.restante.baileys.FileRemark;
import org.restante.baileys.ImportOutcome;
import org.restante.baileys.WhenUnreadable;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;
import org.restante.settings.HttpSettings;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;

/** The import of a profile from a zip of a multi-file auth folder. */
@Named("importing")
@RequestScoped
public class ImportForm {

    private static final BaileysFolders FOLDERS = new BaileysFolders();
    private static final int TOLD = 10;

    private @Nullable String name;
    private boolean skipping;
    private @Nullable Part file;

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    @Inject
    ConsoleUser user;

    @Inject
    RecordedChanges changes;

    /** Stores all files of the folder, or, with an unreadable one that is not to be left out, none. */
    public void store() {
        Forms.perform(() -> {
            ProfileId id = new ProfileId(name == null ? "" : name.strip());
            Part zip = required();
            AuditEntry entry = user.about(AuditActions.PROFILE_IMPORTED, Subjects.profile(id.value()), "");
            ImportOutcome outcome =
                    changes.recorded(entry, () -> read(id, zip), ImportOutcome.Imported.class::isInstance);
            if (outcome instanceof ImportOutcome.Imported imported) {
                return Address.of(
                        "profile",
                        "id",
                        id.value(),
                        "imported",
                        String.valueOf(imported.imported()),
                        "skipped",
                        String.valueOf(imported.unreadable().size()));
            }
            refused(outcome.unreadable());
            return null;
        });
    }

    private Part required() {
        if (file == null || file.getSize() == 0) {
            throw new InvalidInputException("file", "must be a zip of an auth folder");
        }
        if (file.getSize() > settings.maxBody()) {
            throw new InvalidInputException("file", "must have at most " + settings.maxBody() + " bytes");
        }
        return file;
    }

    private ImportOutcome read(ProfileId id, Part zip) {
        try (InputStream in = zip.getInputStream()) {
            return FOLDERS.importZip(
                    restante.profile(id).storage(), in, skipping ? WhenUnreadable.SKIP : WhenUnreadable.REFUSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refused(List<FileRemark> unreadable) {
        Forms.error("Nothing was imported: " + unreadable.size() + " files are unreadable.");
        unreadable.stream().limit(TOLD).forEach(remark -> Forms.error(remark.file() + ": " + remark.reason()));
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public boolean isSkipping() {
        return skipping;
    }

    public void setSkipping(boolean skipping) {
        this.skipping = skipping;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
