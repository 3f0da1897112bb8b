package org.restante.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds deliveries up where their sender wants it, so that the server can be killed in that moment. */
@ApplicationScoped
public class SignalHangs {

    /** The request's parameter that names the moment. */
    static final String PARAMETER = "hang";
    /** The message is decrypted, that is committed; nobody has handled it. */
    static final String DECRYPTED = "decrypted";
    /** The message is handled, the transaction is open. */
    static final String HANDLED = "handled";

    private static final long LIMIT_SECONDS = 60;

    private final Set<String> reached = ConcurrentHashMap.newKeySet();
    private final CountDownLatch never = new CountDownLatch(1);

    @Inject
    HttpServletRequest request;

    void hangIfAsked(String moment) {
        if (moment.equals(request.getParameter(PARAMETER))) {
            reached.add(moment);
            try {
                never.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("nobody has killed this server");
        }
    }

    /** The moments at which a delivery hangs. */
    Set<String> reached() {
        return reached;
    }
}
