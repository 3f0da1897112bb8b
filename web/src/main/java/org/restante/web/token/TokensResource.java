package org.restante.web.token;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.access.AccessTokens;
import org.restante.access.NewToken;
import org.restante.settings.HttpSettings;
import org.restante.web.access.Caller;
import org.restante.web.body.JsonBody;
import org.restante.web.path.PathName;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** The bearer tokens. */
@Tag(name = "Operations")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@Path("tokens")
public class TokensResource {

    private static final TypeReference<TokenWanted> WANTED = new TypeReference<>() {};

    @Inject
    AccessTokens tokens;

    @Inject
    HttpSettings settings;

    /** All of them, without what they are. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public TokenList list() {
        return new TokenList(tokens.list().stream().map(TokenView::of).toList());
    }

    /** Makes a token, which is told this once. Not with a token. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(@Context HttpServletRequest request) {
        Caller caller = Caller.of(request);
        if (!caller.makesTokens()) {
            throw new ProblemException(ProblemKind.FORBIDDEN, "a token makes no tokens; a user does");
        }
        TokenWanted wanted = JsonBody.read(request, settings.maxBody(), WANTED);
        NewToken made = tokens.create(wanted.terms(), caller.name(), wanted.why());
        return Response.status(Response.Status.CREATED)
                .entity(TokenView.of(made))
                .build();
    }

    /** Ends a token: every node refuses it within seconds. */
    @DELETE
    @Path("{tokenId}")
    public void revoke(
            @PathParam("tokenId") PathName id,
            @QueryParam("reason") @Nullable String reason,
            @Context HttpServletRequest request) {
        if (!tokens.revoke(id.value(), Caller.of(request).name(), reason == null ? "" : reason)) {
            throw new ProblemException(ProblemKind.NOT_FOUND, "there is no token of this id");
        }
    }
}
