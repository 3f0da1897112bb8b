package org.restante.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.chat.EntryQueues;
import org.restante.codec.Content;
import org.restante.settings.HttpSettings;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;

/** Queues apart from the locks. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class QueuesResource {

    private static final String QUEUE = "{profile}/chat/queues/{key}";

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** Puts an entry behind the others. */
    @POST
    @Idempotent
    @Path(QUEUE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public DepthAnswer put(
            @BeanParam ChatKeyPath path,
            @QueryParam("maxSize") @Nullable String maxSize,
            @Context HttpServletRequest request) {
        int size = KeepParameters.number("maxSize", maxSize, EntryQueues.MAX_SIZE);
        Content entry = RawJson.read(request, settings.maxBody());
        return new DepthAnswer(queues(path).put(path.key(), entry, size));
    }

    /** The oldest entry to the byte, which nobody else is given. */
    @POST
    @Idempotent
    @Path(QUEUE + "/take")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] take(@BeanParam ChatKeyPath path) {
        return queues(path)
                .take(path.key(), Content.class)
                .map(taken -> RawAnswer.taken(taken.entry(), taken.depth()))
                .orElseGet(RawAnswer::nothing);
    }

    /** How many entries there are. */
    @GET
    @Path(QUEUE)
    @Produces(MediaType.APPLICATION_JSON)
    public DepthAnswer depth(@BeanParam ChatKeyPath path) {
        return new DepthAnswer(queues(path).depth(path.key()));
    }

    private EntryQueues queues(ChatKeyPath path) {
        return path.chat(restante).queues();
    }
}
