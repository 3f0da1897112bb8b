package org.restante.system;

import static org.restante.entry.Namespaces.SESSION;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.restante.Restante;
import org.restante.entry.Namespace;
import org.restante.keystore.KeyStore;

/**
 * Transactions over keys on a node: {@code POST /tests/keys?profile=p} with {@code count=500} counts so often and answers the
 * fencing tokens, with {@code hold} it writes a session and keeps the transaction open until {@code DELETE}. {@code GET}
 * answers what is committed, the counter and the session.
 */
@WebServlet("/keys")
public class KeysServlet extends HttpServlet {

    /** Where it is on each node. */
    static final String PATH = "/tests/keys";

    private static final long serialVersionUID = 1;
    private static final long LIMIT_SECONDS = 25;
    private static final String LOCK = "hot";
    private static final Namespace<Integer> COUNTER = Namespace.of("counter", Integer.class);

    private final transient CountDownLatch letGo = new CountDownLatch(1);
    private volatile boolean holding;

    @Inject
    transient Restante restante;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeyStore keys = keys(request);
        int counter = keys.get(COUNTER, LOCK).orElse(0);
        int length = keys.get(SESSION, LOCK).map(session -> session.length).orElse(0);
        response.getWriter().print("counter " + counter + ", session " + length + (holding ? ", holding" : ""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeyStore keys = keys(request);
        if (request.getParameter("hold") != null) {
            hold(keys);
            response.getWriter().print("let go");
        } else {
            int times = Integer.parseInt(request.getParameter("count"));
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                tokens.add(String.valueOf(count(keys)));
            }
            response.getWriter().print(String.join(",", tokens));
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        letGo.countDown();
    }

    private KeyStore keys(HttpServletRequest request) {
        return restante.profile(request.getParameter("profile")).keyStore();
    }

    private static long count(KeyStore keys) {
        return keys.transaction(LOCK, tx -> {
            tx.put(COUNTER, LOCK, tx.get(COUNTER, LOCK).orElse(0) + 1);
            return tx.fencingToken(LOCK);
        });
    }

    private void hold(KeyStore keys) {
        keys.transaction(LOCK, tx -> {
            tx.put(SESSION, LOCK, new byte[7]);
            holding = true;
            try {
                if (!letGo.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody has let go");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            holding = false;
            return tx;
        });
    }
}
