package org.restante.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.chat.CappedLists;
import org.restante.codec.Content;
import org.restante.settings.HttpSettings;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;

/** Lists that keep what came last. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class ListsResource {

    private static final String LIST = "{profile}/chat/lists/{key}";

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** Adds an item behind the others. */
    @POST
    @Idempotent
    @Path(LIST)
    @Consumes(MediaType.APPLICATION_JSON)
    public void append(
            @BeanParam ChatKeyPath path,
            @QueryParam("maxLength") @Nullable String maxLength,
            @QueryParam("ttl") @Nullable String ttl,
            @Context HttpServletRequest request) {
        int length = KeepParameters.number("maxLength", maxLength, CappedLists.MAX_LENGTH);
        Duration timeToLive = KeepParameters.timeToLive(ttl);
        Content item = RawJson.read(request, settings.maxBody());
        CappedLists lists = path.chat(restante).lists();
        KeepParameters.kept(() -> {
            lists.append(path.key(), item, length, timeToLive);
            return item;
        });
    }

    /** The items to the byte, the oldest first. */
    @GET
    @Path(LIST)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get(@BeanParam ChatKeyPath path) {
        return RawAnswer.items(path.chat(restante).lists().list(path.key(), Content.class));
    }

    /** There are no items afterwards, whether there were any or not. */
    @DELETE
    @Path(LIST)
    public void delete(@BeanParam ChatKeyPath path) {
        path.chat(restante).lists().delete(path.key());
    }
}
