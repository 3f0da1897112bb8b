package org.restante.web.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockRequest;
import org.restante.chat.NextResult;
import org.restante.chat.ReleaseResult;
import org.restante.settings.HttpSettings;
import org.restante.web.access.Caller;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;
import org.restante.web.body.JsonBody;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Who handles which conversation, and what waits for it. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class LocksResource {

    private static final String LOCKS = "{profile}/chat/locks";
    private static final String LOCK = LOCKS + "/{key}";
    private static final TypeReference<LockWanted> WANTED = new TypeReference<>() {};
    private static final TypeReference<ExtensionRequest> EXTENSION = new TypeReference<>() {};
    private static final TypeReference<HolderRequest> HOLDER = new TypeReference<>() {};

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    @Inject
    RecordedChanges changes;

    /** Asks for the conversation. */
    @POST
    @Idempotent
    @Path(LOCK)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public LockAnswer lock(@BeanParam ChatKeyPath path, @Context HttpServletRequest request) {
        LockRequest wanted = JsonBody.read(request, settings.maxBody(), WANTED).request();
        return LockAnswer.of(locks(path).lock(path.key(), wanted));
    }

    /** Begins the lease anew. */
    @PUT
    @Path(LOCK)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ExtendedAnswer extend(@BeanParam ChatKeyPath path, @Context HttpServletRequest request) {
        ExtensionRequest wanted = JsonBody.read(request, settings.maxBody(), EXTENSION);
        return locks(path)
                .extend(path.key(), wanted.lockToken(), wanted.length())
                .map(ExtendedAnswer::new)
                .orElseThrow(LocksResource::notOwner);
    }

    /** Sets the conversation free, and gives out what waited for it. */
    @DELETE
    @Path(LOCK)
    @Produces(MediaType.APPLICATION_JSON)
    public ReleasedAnswer release(
            @BeanParam ChatKeyPath path, @BeanParam Releaser releaser, @Context HttpServletRequest request) {
        ReleaseResult result = releaser.takes(Caller.of(request))
                ? changes.recorded(
                        changes.entry(
                                AuditActions.LOCK_RELEASED, Subjects.conversation(path.profile(), path.key()), ""),
                        () -> releaser.release(locks(path), path.key()),
                        ReleaseResult.Released.class::isInstance)
                : releaser.release(locks(path), path.key());
        if (result instanceof ReleaseResult.Released released) {
            return ReleasedAnswer.of(released);
        }
        throw notOwner();
    }

    /** Takes what waits first, or sets the conversation free where nothing does. */
    @POST
    @Idempotent
    @Path(LOCK + "/next")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public NextAnswer next(@BeanParam ChatKeyPath path, @Context HttpServletRequest request) {
        HolderRequest holder = JsonBody.read(request, settings.maxBody(), HOLDER);
        NextResult result = locks(path).releaseOrTakeNext(path.key(), holder.lockToken());
        if (result instanceof NextResult.Next next) {
            return NextAnswer.Next.of(next);
        }
        if (result instanceof NextResult.Freed freed) {
            return NextAnswer.Freed.of(freed);
        }
        throw notOwner();
    }

    /** The conversations that somebody handles. */
    @GET
    @Path(LOCKS)
    @Produces(MediaType.APPLICATION_JSON)
    public LockList live(@BeanParam ChatPath path) {
        return new LockList(path.chat(restante).locks().live());
    }

    private ConversationLocks locks(ChatKeyPath path) {
        return path.chat(restante).locks();
    }

    private static ProblemException notOwner() {
        return new ProblemException(
                ProblemKind.CONFLICT, "the conversation is not the caller's, or not any more; nothing was changed");
    }
}
