package org.restante.web.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.Restante;
import org.restante.entry.ProfileId;
import org.restante.web.access.Caller;
import org.restante.web.condition.LockConditioned;
import org.restante.web.path.PathName;

/** The profiles that hold data. */
@Tag(name = "Profiles")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class ProfilesResource {

    @Inject
    Restante restante;

    @Inject
    ProfileWipe wipe;

    /** Those that the caller may know of, with what their credentials tell. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ProfileList list(@Context HttpServletRequest request) {
        Caller caller = Caller.of(request);
        return new ProfileList(restante.profiles().describe().stream()
                .filter(description -> caller.seesProfile(description.profile().value()))
                .map(ProfileList.Item::of)
                .toList());
    }

    /** Wipes everything that is kept for the profile; fine where nothing is. */
    @DELETE
    @Path("{profile}")
    public void wipe(@PathParam("profile") PathName profile) {
        wipe.wipe(new ProfileId(profile.value()), "");
    }
}
