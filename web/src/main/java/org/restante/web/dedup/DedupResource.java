package org.restante.web.dedup;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.Decision;
import org.restante.dedup.DedupCache;
import org.restante.entry.InvalidInputException;
import org.restante.settings.HttpSettings;
import org.restante.settings.Role;
import org.restante.web.access.Caller;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;
import org.restante.web.body.JsonBody;
import org.restante.web.idempotency.Idempotent;
import org.restante.web.path.PathName;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Keys that are handled once: whoever claims a key handles it, and leaves a receipt for those who come later. */
@Tag(name = "DedupCache")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@Path("dedup")
public class DedupResource {

    private static final String KEY = "{namespace}/{key}";
    private static final TypeReference<ClaimRequest> CLAIM = new TypeReference<>() {};
    private static final TypeReference<CompletionRequest> COMPLETION = new TypeReference<>() {};
    private static final TypeReference<HolderRequest> HOLDER = new TypeReference<>() {};

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    @Inject
    RecordedChanges changes;

    /** Claims the key: 201 for one of all who do; the others are told that it is in flight, or the receipt. */
    @POST
    @Idempotent
    @Path(KEY + "/claim")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response claim(@BeanParam KeyPath path, @Context HttpServletRequest request) {
        ClaimRequest wanted = JsonBody.readOr(ClaimRequest.EMPTY, request, settings.maxBody(), CLAIM);
        Decision decision = path.cache(restante).claim(path.key(), wanted.terms());
        if (decision instanceof Decision.Claimed claimed) {
            return Response.status(Status.CREATED)
                    .entity(ClaimedAnswer.of(claimed.claim()))
                    .build();
        }
        if (decision instanceof Decision.Completed completed) {
            return Response.ok(DuplicateAnswer.of(completed)).build();
        }
        throw inFlight((Decision.InFlight) decision);
    }

    /** Keeps the receipt. */
    @POST
    @Idempotent
    @Path(KEY + "/complete")
    @Consumes(MediaType.APPLICATION_JSON)
    public void complete(@BeanParam KeyPath path, @Context HttpServletRequest request) {
        CompletionRequest done = JsonBody.read(request, settings.maxBody(), COMPLETION);
        path.cache(restante).complete(path.key(), done.claimToken(), done.kept());
    }

    /** Lets the key be claimed again. */
    @POST
    @Idempotent
    @Path(KEY + "/release")
    @Consumes(MediaType.APPLICATION_JSON)
    public void release(@BeanParam KeyPath path, @Context HttpServletRequest request) {
        HolderRequest holder = JsonBody.read(request, settings.maxBody(), HOLDER);
        DedupCache cache = path.cache(restante);
        ClaimToken token = holder.claimToken();
        if (Caller.of(request).role() == Role.OPERATOR) { // whose claim it is not, as a rule
            changes.recorded(
                    changes.entry(AuditActions.CLAIM_RELEASED, Subjects.key(path.namespace(), path.key()), ""),
                    () -> cache.release(path.key(), token));
        } else {
            cache.release(path.key(), token);
        }
    }

    /** Begins the lease anew. */
    @POST
    @Idempotent
    @Path(KEY + "/renew")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RenewedAnswer renew(@BeanParam KeyPath path, @Context HttpServletRequest request) {
        HolderRequest holder = JsonBody.read(request, settings.maxBody(), HOLDER);
        return new RenewedAnswer(path.cache(restante).renew(path.key(), holder.claimToken()));
    }

    /** How the key stands; changes nothing. */
    @GET
    @Path(KEY)
    @Produces(MediaType.APPLICATION_JSON)
    public ClaimView get(@BeanParam KeyPath path) {
        DedupCache cache = path.cache(restante);
        return cache.lookup(path.key())
                .map(taken -> ClaimView.of(taken, cache.streamKey(path.key())))
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND, "nobody has claimed this key, or what became of it is forgotten"));
    }

    /** A page of the claims in flight, the oldest first. */
    @GET
    @Path("{namespace}")
    @Produces(MediaType.APPLICATION_JSON)
    public ClaimList list(
            @PathParam("namespace") PathName namespace,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        if (state != null && !state.equals(ClaimView.IN_FLIGHT)) {
            throw new InvalidInputException("state", "must be in-flight: other keys are not listed");
        }
        DedupCache cache = restante.dedup(namespace.value());
        return ClaimList.of(cache.inFlight(ClaimCursor.page(after, limit)), cache);
    }

    private static ProblemException inFlight(Decision.InFlight claim) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", ClaimView.IN_FLIGHT);
        members.put("since", claim.since());
        members.put("leaseUntil", claim.leaseUntil());
        return new ProblemException(
                Problem.of(ProblemKind.CONFLICT, "somebody is handling this key, which may come to nothing", members));
    }
}
