package org.restante.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.restante.Restante;
import org.restante.web.condition.LockConditioned;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** Which threads somebody is subscribed to. */
@Tag(name = "ChatState")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class SubscriptionsResource {

    private static final String SUBSCRIPTION = "{profile}/chat/subscriptions/{key}";

    @Inject
    Restante restante;

    /** Subscribes, also once more. */
    @PUT
    @Path(SUBSCRIPTION)
    public void subscribe(@BeanParam ChatKeyPath path) {
        path.chat(restante).subscribe(path.key());
    }

    /** There is no subscription afterwards, whether there was one or not. */
    @DELETE
    @Path(SUBSCRIPTION)
    public void unsubscribe(@BeanParam ChatKeyPath path) {
        path.chat(restante).unsubscribe(path.key());
    }

    /** 204 where there is one. */
    @GET
    @Path(SUBSCRIPTION)
    public void get(@BeanParam ChatKeyPath path) {
        if (!path.chat(restante).isSubscribed(path.key())) {
            throw new ProblemException(ProblemKind.NOT_FOUND, "this thread is not subscribed");
        }
    }
}
