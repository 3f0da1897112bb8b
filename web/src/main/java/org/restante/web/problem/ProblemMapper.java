package org.restante.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever a resource or the routing to it throws, as a problem. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web
                && Problems.known(failure).isEmpty()) {
            return ofWeb(web.getResponse());
        }
        return response(Problems.of(failure)).build();
    }

    private static Response ofWeb(Response original) {
        if (original.getStatus() < 400) {
            return original;
        }
        ResponseBuilder answer = response(Problems.ofStatus(original.getStatus()));
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }

    private static ResponseBuilder response(Problem problem) {
        ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return problem.status() == ProblemKind.UNAVAILABLE.status()
                ? answer.header(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER)
                : answer;
    }
}
