package org.restante.web.chat;

import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.Restante;
import org.restante.settings.HttpSettings;
import org.restante.web.body.JsonBody;
import org.restante.web.condition.LockConditioned;

/** The states of threads and channels: whole JSON objects. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class StatesResource {

    private static final String THREAD = "{profile}/chat/threads/{key}";
    private static final String CHANNEL = "{profile}/chat/channels/{key}";
    private static final TypeReference<Map<String, Object>> STATE = new TypeReference<>() {};

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** What was put; an empty object where nothing was. */
    @GET
    @Path(THREAD)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> thread(@BeanParam ChatKeyPath path) {
        return path.chat(restante).threadState(path.key());
    }

    /** Puts the object in place of the one before. */
    @PUT
    @Path(THREAD)
    @Consumes(MediaType.APPLICATION_JSON)
    public void putThread(@BeanParam ChatKeyPath path, @Context HttpServletRequest request) {
        path.chat(restante).putThreadState(path.key(), state(request));
    }

    /** What was put; an empty object where nothing was. */
    @GET
    @Path(CHANNEL)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> channel(@BeanParam ChatKeyPath path) {
        return path.chat(restante).channelState(path.key());
    }

    /** Puts the object in place of the one before. */
    @PUT
    @Path(CHANNEL)
    @Consumes(MediaType.APPLICATION_JSON)
    public void putChannel(@BeanParam ChatKeyPath path, @Context HttpServletRequest request) {
        path.chat(restante).putChannelState(path.key(), state(request));
    }

    private Map<String, Object> state(HttpServletRequest request) {
        return JsonBody.read(request, settings.maxBody(), STATE);
    }
}
