package org.restante.web.keys;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.audit.AuditActions;
import org.restante.keystore.KeyStore;
import org.restante.settings.HttpSettings;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.audit.Subjects;
import org.restante.web.body.JsonBody;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;
import org.restante.web.path.PathName;

/** The keys of a profile: by type and id, their bytes in base64. */
@Tag(name = "KeyStore")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class KeysResource {

    private static final String KEYS = "{profile}/keys";
    private static final TypeReference<Map<String, @Nullable List<String>>> IDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, @Nullable Map<String, byte @Nullable []>>> VALUES =
            new TypeReference<>() {};

    @Inject
    RecordedChanges changes;

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** Those of the keys that are there, of every type that was asked for; all as of one moment. */
    @POST
    @Path(KEYS + "/read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Map<String, byte[]>> read(
            @PathParam("profile") PathName profile, @Context HttpServletRequest request) {
        KeysWanted wanted = new KeysWanted(JsonBody.read(request, settings.maxBody(), IDS));
        return wanted.from(keys(profile));
    }

    /** Puts and, where the value is null, deletes keys: all or none. */
    @POST
    @Idempotent
    @Path(KEYS)
    @Consumes(MediaType.APPLICATION_JSON)
    public void set(@PathParam("profile") PathName profile, @Context HttpServletRequest request) {
        KeysToSet changes = new KeysToSet(JsonBody.read(request, settings.maxBody(), VALUES));
        keys(profile).set(changes.batch());
    }

    /** Wipes every namespace but the credentials; fine where nothing is. */
    @DELETE
    @Path(KEYS)
    public void clear(@PathParam("profile") PathName profile) {
        KeyStore keys = keys(profile);
        changes.recorded(changes.entry(AuditActions.KEYS_WIPED, Subjects.profile(profile.value()), ""), keys::clear);
    }

    private KeyStore keys(PathName profile) {
        return restante.profile(profile.value()).keyStore();
    }
}
