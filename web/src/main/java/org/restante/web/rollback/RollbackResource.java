package org.restante.web.rollback;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.audit.AuditActions;
import org.restante.rollback.RollbackState;
import org.restante.rollback.RollbackWatch;
import org.restante.storage.StorageUnavailableException;
import org.restante.web.access.Caller;
import org.restante.web.audit.RecordedChanges;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Whether the database went back in time, and the acknowledgement of it. */
@Tag(name = "Operations")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@Path("rollback")
public class RollbackResource {

    @Inject
    RollbackWatch watch;

    @Inject
    RecordedChanges changes;

    /** As this node last saw it. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public RollbackReport report() {
        RollbackState state = watch.state();
        if (state instanceof RollbackState.NotCompared notCompared) {
            throw new StorageUnavailableException(notCompared.reason(), null);
        }
        return RollbackReport.of(state);
    }

    /** Takes the database as it is, for all nodes. */
    @POST
    @Path("acknowledgement")
    public void acknowledge(@Context HttpServletRequest request) {
        watch.acknowledge(
                Caller.of(request).name(),
                acknowledgement -> changes.recorded(AuditActions.ROLLBACK_ACKNOWLEDGED, "database", () -> {
                    if (!acknowledgement.getAsBoolean()) {
                        throw new ProblemException(
                                ProblemKind.CONFLICT,
                                "the database has not gone back as far as is known: nothing to acknowledge");
                    }
                    return true;
                }));
    }
}
