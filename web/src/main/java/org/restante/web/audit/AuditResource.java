package org.restante.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.audit.AuditPage;
import org.restante.audit.AuditTrail;
import org.restante.web.page.PageParameters;

/** Who changed what by hand. */
@Tag(name = "Operations")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@Path("audit")
public class AuditResource {

    private static final int DEFAULT_LIMIT = 100;

    @Inject
    AuditTrail trail;

    /** A page of the changes, the newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public AuditList list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return AuditList.of(
                trail.page(AuditCursor.read(after), PageParameters.limit(limit, DEFAULT_LIMIT, AuditPage.MAX_LIMIT)));
    }
}
