package org.restante.system;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.restante.web.idempotency.Idempotent;

/** A resource of an application; each request that is done counts. */
@RequestScoped
@Path("orders")
@Idempotent
public class OrdersResource {

    private static final AtomicInteger DONE = new AtomicInteger();
    private static final Semaphore GATE = new Semaphore(0);

    /** How many were done at this node. */
    @GET
    @Produces("text/plain")
    public String count() {
        return String.valueOf(DONE.get());
    }

    @POST
    @Produces("text/plain")
    @Idempotent(required = true)
    public Response order(String body) {
        int number = DONE.incrementAndGet();
        return Response.created(URI.create("/orders/" + number))
                .tag(String.valueOf(number))
                .cacheControl(new CacheControl())
                .header("X-Own", "a")
                .header("X-Own", "b")
                .entity("order " + number + ": " + body + " é")
                .build();
    }

    /** Waits until {@link #open} lets it go on. */
    @POST
    @Path("slow")
    public Response slow() throws InterruptedException {
        boolean opened = GATE.tryAcquire(30, TimeUnit.SECONDS);
        DONE.incrementAndGet();
        return Response.status(opened ? 204 : 500).build();
    }

    @POST
    @Path("gate")
    public void open() {
        GATE.release();
    }

    /** As many bytes as are asked for, at once or as a stream. */
    @POST
    @Path("large")
    public Response large(@QueryParam("bytes") int bytes, @QueryParam("streamed") boolean streamed) {
        byte[] body = new byte[bytes];
        new Random(DONE.incrementAndGet()).nextBytes(body);
        StreamingOutput stream = out -> {
            for (byte one : body) {
                out.write(one);
            }
            out.flush();
        };
        return Response.ok(streamed ? stream : body, "application/octet-stream").build();
    }

    @POST
    @Path("status")
    public Response status(@QueryParam("status") int status) {
        return Response.status(status)
                .entity("number " + DONE.incrementAndGet())
                .build();
    }

    /** Answers with what nobody can write. */
    @POST
    @Path("unwritable")
    public Response unwritable() {
        DONE.incrementAndGet();
        return Response.ok(new Semaphore(0), "application/x-semaphore").build();
    }

    /** Fails in the middle of its answer. */
    @POST
    @Path("breaking")
    public StreamingOutput breaking() {
        DONE.incrementAndGet();
        return out -> {
            out.write('a');
            throw new IllegalStateException("as the test wants");
        };
    }

    @POST
    @Path("failing")
    public void failing() {
        DONE.incrementAndGet();
        throw new IllegalStateException("as the test wants");
    }
}
