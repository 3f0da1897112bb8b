package org.restante.web.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.baileys.BaileysFolders;
import org.restante.baileys.ExportOutcome;
import org.restante.baileys.FileRemark;
import org.restante.baileys.ImportOutcome;
import org.restante.baileys.WhenUnreadable;
import org.restante.entry.InvalidInputException;
import org.restante.settings.HttpSettings;
import org.restante.storage.Storage;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;
import org.restante.web.body.RequestBody;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;
import org.restante.web.path.PathName;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** A profile in and out as a zip of a multi-file auth folder. */
@Tag(name = "Profiles")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class TransferResource {

    private static final String ZIP = "application/zip";
    private static final BaileysFolders FOLDERS = new BaileysFolders();

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    @Inject
    RecordedChanges changes;

    /** Stores all files of the folder, or, with an unreadable one that is not to be skipped, none. */
    @POST
    @Idempotent
    @Path("{profile}/import")
    @Consumes(ZIP)
    @Produces(MediaType.APPLICATION_JSON)
    public ImportReport importFolder(
            @PathParam("profile") PathName profile,
            @QueryParam("format") @Nullable String format,
            @QueryParam("skipUnreadable") @Nullable String skipUnreadable,
            @Context HttpServletRequest request) {
        requireBaileys(format);
        WhenUnreadable whenUnreadable = whenUnreadable(skipUnreadable);
        Storage storage = storage(profile);
        RequestBody.refuseCoding(request);
        RequestBody.readAhead(request, settings.maxBody()); // no slow client holds a transaction
        return changes.recorded(
                AuditActions.PROFILE_IMPORTED,
                Subjects.profile(profile.value()),
                () -> report(read(storage, whenUnreadable, request)));
    }

    /** The folder, checked whole before its first byte is sent. */
    @GET
    @Path("{profile}/export")
    @Produces(ZIP)
    public Response export(@PathParam("profile") PathName profile, @QueryParam("format") @Nullable String format) {
        requireBaileys(format);
        ExportOutcome outcome = FOLDERS.export(storage(profile));
        if (outcome instanceof ExportOutcome.Ready ready) {
            StreamingOutput body = out -> ready.folder().writeTo(out);
            return Response.ok(body, ZIP)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"auth.zip\"")
                    .build();
        }
        if (outcome instanceof ExportOutcome.Refused refused) {
            throw refused("the profile cannot be written as a folder", Map.of(), refused.problems());
        }
        throw new ProblemException(ProblemKind.NOT_FOUND, "this profile has no credentials to export");
    }

    private ImportOutcome read(Storage storage, WhenUnreadable whenUnreadable, HttpServletRequest request) {
        RequestBody.refuseCoding(request);
        RequestBody.announced(request, settings.maxBody());
        try (InputStream body = new LimitedBody(RequestBody.stream(request), settings.maxBody())) {
            return FOLDERS.importZip(storage, body, whenUnreadable);
        } catch (IOException | UncheckedIOException e) {
            throw RequestBody.broken(e);
        }
    }

    private static ImportReport report(ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Imported imported) {
            return new ImportReport(imported.imported(), imported.unreadable());
        }
        throw refused("files are unreadable; nothing was imported", Map.of("imported", 0), outcome.unreadable());
    }

    private static WhenUnreadable whenUnreadable(@Nullable String skipUnreadable) {
        if (skipUnreadable == null || skipUnreadable.equals("false")) {
            return WhenUnreadable.REFUSE;
        }
        if (skipUnreadable.equals("true")) {
            return WhenUnreadable.SKIP;
        }
        throw new InvalidInputException("skipUnreadable", "must be true or false");
    }

    private static void requireBaileys(@Nullable String format) {
        if (format != null && !format.equals("baileys")) {
            throw new InvalidInputException("format", "must be baileys");
        }
    }

    private static ProblemException refused(String detail, Map<String, Object> more, List<FileRemark> unreadable) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put("unreadable", unreadable);
        return new ProblemException(Problem.of(ProblemKind.UNPROCESSABLE, detail, members));
    }

    private Storage storage(PathName profile) {
        return restante.profile(profile.value()).storage();
    }
}
