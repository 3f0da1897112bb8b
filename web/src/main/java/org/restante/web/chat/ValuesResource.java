package org.restante.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.restante.chat.KeyedValues;
import org.restante.codec.Content;
import org.restante.settings.HttpSettings;
import org.restante.web.condition.LockConditioned;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Values under keys, with a time to live or without. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class ValuesResource {

    private static final String VALUE = "{profile}/chat/values/{key}";

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** Sets the value, or, with {@code ifAbsent}, sets it where there is none. */
    @PUT
    @Path(VALUE)
    @Consumes(MediaType.APPLICATION_JSON)
    public void put(
            @BeanParam ChatKeyPath path,
            @QueryParam("ttl") @Nullable String ttl,
            @QueryParam("ifAbsent") @Nullable String ifAbsent,
            @Context HttpServletRequest request) {
        Duration timeToLive = KeepParameters.timeToLive(ttl);
        boolean absent = KeepParameters.flag("ifAbsent", ifAbsent);
        Content value = RawJson.read(request, settings.maxBody());
        KeyedValues values = path.chat(restante).values();
        if (!KeepParameters.kept(() -> set(values, path.key(), new Setting(value, timeToLive, absent)))) {
            throw new ProblemException(ProblemKind.PRECONDITION_FAILED, "there is a value; nothing was changed");
        }
    }

    private record Setting(Content value, @Nullable Duration timeToLive, boolean ifAbsent) {}

    private static boolean set(KeyedValues values, String key, Setting setting) {
        if (setting.ifAbsent) {
            return values.setIfAbsent(key, setting.value, setting.timeToLive);
        }
        values.set(key, setting.value, setting.timeToLive);
        return true;
    }

    /** The value to the byte. */
    @GET
    @Path(VALUE)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get(@BeanParam ChatKeyPath path) {
        return path.chat(restante)
                .values()
                .get(path.key(), Content.class)
                .map(RawJson::of)
                .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND, "there is no such value any more"));
    }

    /** There is no value afterwards, whether there was one or not. */
    @DELETE
    @Path(VALUE)
    public void delete(@BeanParam ChatKeyPath path) {
        path.chat(restante).values().delete(path.key());
    }
}
