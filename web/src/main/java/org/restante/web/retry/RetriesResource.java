package org.restante.web.retry;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.retry.RetryAttempt;
import org.restante.settings.HttpSettings;
import org.restante.web.body.JsonBody;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;
import org.restante.web.path.PathName;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** The recently sent messages of a profile, and who asks for them again. */
@Tag(name = "RetryCache")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class RetriesResource {

    private static final String RETRIES = "{profile}/retries";
    private static final String RETRY = RETRIES + "/{id}";
    private static final TypeReference<SentMessage> MESSAGE = new TypeReference<>() {};
    private static final TypeReference<AttemptRequest> ATTEMPT = new TypeReference<>() {};

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** How many there are, and what limits them. */
    @GET
    @Path(RETRIES)
    @Produces(MediaType.APPLICATION_JSON)
    public RetriesSummary summary(@PathParam("profile") PathName profile) {
        return RetriesSummary.of(of(profile).retryCache());
    }

    /** Remembers a message in the place of an earlier one of its id; of a full cache the oldest goes, be it this one. */
    @PUT
    @Path(RETRY)
    @Consumes(MediaType.APPLICATION_JSON)
    public void put(
            @PathParam("profile") PathName profile, @PathParam("id") PathName id, @Context HttpServletRequest request) {
        SentMessage message = JsonBody.read(request, settings.maxBody(), MESSAGE);
        of(profile).retryCache().put(id.value(), message.entry());
    }

    /** What was put. */
    @GET
    @Path(RETRY)
    @Produces(MediaType.APPLICATION_JSON)
    public SentMessage get(@PathParam("profile") PathName profile, @PathParam("id") PathName id) {
        return of(profile)
                .retryCache()
                .get(id.value())
                .map(SentMessage::of)
                .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, "there is no such message any more"));
    }

    /** Forgets the message, whether it is there or not. */
    @DELETE
    @Path(RETRY)
    public void remove(@PathParam("profile") PathName profile, @PathParam("id") PathName id) {
        of(profile).retryCache().remove(id.value());
    }

    /** Counts an attempt at the message, whether that is there or not. */
    @POST
    @Idempotent
    @Path(RETRY + "/attempts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public RetryAttempt attempt(
            @PathParam("profile") PathName profile, @PathParam("id") PathName id, @Context HttpServletRequest request) {
        AttemptRequest asked = JsonBody.read(request, settings.maxBody(), ATTEMPT);
        return asked.from(of(profile).retryBudget(), id.value());
    }

    private Profile of(PathName profile) {
        return restante.profile(profile.value());
    }
}
