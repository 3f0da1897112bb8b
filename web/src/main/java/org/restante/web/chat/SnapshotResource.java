package org.restante.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.chat.ChatSnapshots;
import org.restante.codec.Bytes;
import org.restante.settings.HttpSettings;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;
import org.restante.web.body.RequestBody;
import org.restante.web.condition.LockConditioned;

/** All of a profile's conversations out and in. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class SnapshotResource {

    private static final String SNAPSHOT = "{profile}/chat/snapshot";

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    @Inject
    RecordedChanges changes;

    /** A snapshot, written while it is read. */
    @GET
    @Path(SNAPSHOT)
    @Produces(MediaType.APPLICATION_JSON)
    public StreamingOutput get(@BeanParam ChatPath path) {
        ChatSnapshots snapshots = path.chat(restante).snapshots();
        return snapshots::write;
    }

    /** Puts what is in a snapshot in place of what there is. */
    @PUT
    @Path(SNAPSHOT)
    @Consumes(MediaType.APPLICATION_JSON)
    public void put(@BeanParam ChatPath path, @Context HttpServletRequest request) {
        Bytes body = RequestBody.read(request, settings.maxBody());
        ChatSnapshots snapshots = path.chat(restante).snapshots();
        changes.recorded(
                changes.entry(AuditActions.SNAPSHOT_RESTORED, Subjects.profile(path.profile()), ""),
                () -> restore(snapshots, body));
    }

    private static void restore(ChatSnapshots snapshots, Bytes body) {
        try {
            snapshots.restore(body::stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is in memory
        }
    }
}
