package org.restante.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.baileys.BaileysFolders;
import org.restante.baileys.ExportOutcome;
import org.restante.baileys.FolderExport;
import org.restante.entry.ProfileId;
import org.restante.web.audit.Subjects;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** The export of a profile as a zip, which is checked whole before its first byte is sent. */
@Named("exporting")
@RequestScoped
public class ExportForm {

    private static final BaileysFolders FOLDERS = new BaileysFolders();

    @Inject
    Restante restante;

    @Inject
    ConsoleUser user;

    /** Sends the zip, or tells why there is none. */
    public void send() {
        Forms.perform(() -> {
            ProfileId id = new ProfileId(Address.parameter("id"));
            user.require();
            ExportOutcome outcome = FOLDERS.export(restante.profile(id).storage());
            if (outcome instanceof ExportOutcome.Ready ready) {
                user.looksAt(AuditActions.PROFILE_EXPORTED, Subjects.profile(id.value()));
                send(ready.folder());
            } else if (outcome instanceof ExportOutcome.Refused refused) {
                refused.problems().forEach(problem -> Forms.error(problem.file() + ": " + problem.reason()));
            } else {
                throw new ProblemException(ProblemKind.NOT_FOUND, "this profile has no credentials to export");
            }
            return null;
        });
    }

    private static void send(FolderExport folder) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType("application/zip");
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"auth.zip\"");
        folder.writeTo(external.getResponseOutputStream());
        faces.responseComplete();
    }
}
