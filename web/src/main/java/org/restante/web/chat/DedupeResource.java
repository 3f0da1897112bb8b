package org.restante.web.chat;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.Restante;
import org.restante.settings.HttpSettings;
import org.restante.web.body.JsonBody;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;

/** Which messages came already. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class DedupeResource {

    private static final String DEDUPE = "{profile}/chat/dedupe";
    private static final TypeReference<DedupeRequest> MESSAGE = new TypeReference<>() {};

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** Marks a message, and tells whether it was marked before: of many who do this at once, one is told that it was not. */
    @POST
    @Idempotent
    @Path(DEDUPE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public DuplicateAnswer mark(@BeanParam ChatPath path, @Context HttpServletRequest request) {
        return JsonBody.read(request, settings.maxBody(), MESSAGE).markedIn(path.chat(restante));
    }

    /** Whether it was marked; marks nothing. */
    @GET
    @Path(DEDUPE + "/{key}")
    @Produces(MediaType.APPLICATION_JSON)
    public DuplicateAnswer get(@BeanParam ChatKeyPath path) {
        return new DuplicateAnswer(path.chat(restante).isDuplicate(path.key()));
    }
}
