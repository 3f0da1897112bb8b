package org.restante.system;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.restante.Profile;
import org.restante.Restante;
import org.restante.cluster.ClusterMember;
import org.restante.retry.RetryCache;
import org.restante.retry.RetryEntry;

/**
 * Sent messages on a node: {@code PUT /tests/retries?profile=p&sender=s&from=0&to=9&sent=millis} puts messages {@code s-0} to
 * {@code s-8}, each a millisecond after the one before it, and answers the highest count seen meanwhile; {@code POST} with
 * {@code message} and {@code requester} asks the budget and answers {@code allowed} or {@code refused}; {@code GET} with the
 * parameters of {@code PUT} answers the count and those that are there with the content that they had; without a profile,
 * whether each part of the grid is at two members. {@code DELETE} clears.
 */
@WebServlet("/retries")
public class RetriesServlet extends HttpServlet {

    /** Where it is on each node. */
    static final String PATH = "/tests/retries";

    private static final long serialVersionUID = 1;
    private static final int LOOKS = 20;

    @Inject
    transient Restante restante;

    @Inject
    transient ClusterMember member;

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RetryCache cache = profile(request).retryCache();
        int highest = 0;
        for (Sent sent : Sent.of(request)) {
            cache.put(sent.id(), sent.entry());
            if (sent.number() % LOOKS == 0) {
                highest = Math.max(highest, cache.count());
            }
        }
        response.getWriter().print(highest);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean allowed = profile(request)
                .retryBudget()
                .tryConsume(request.getParameter("message"), request.getParameter("requester"))
                .allowed();
        response.getWriter().print(allowed ? "allowed" : "refused");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("profile") == null) {
            response.getWriter()
                    .print(member.hazelcast().getPartitionService().isClusterSafe() ? "safe" : "not safe yet");
            return;
        }
        RetryCache cache = profile(request).retryCache();
        String there = Sent.of(request).stream()
                .filter(sent ->
                        cache.get(sent.id()).filter(sent.entry()::equals).isPresent())
                .map(Sent::id)
                .collect(Collectors.joining(" "));
        response.getWriter().print(cache.count() + ":" + there);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        profile(request).retryCache().clear();
    }

    private Profile profile(HttpServletRequest request) {
        return restante.profile(request.getParameter("profile"));
    }

    /** A message that is the same each time it is asked for. */
    private record Sent(String id, int number, long timestamp) {

        static List<Sent> of(HttpServletRequest request) {
            String sender = request.getParameter("sender");
            long sent = Long.parseLong(request.getParameter("sent"));
            return IntStream.range(number(request, "from"), number(request, "to"))
                    .mapToObj(i -> new Sent(sender + "-" + i, i, sent + i))
                    .toList();
        }

        RetryEntry entry() {
            return new RetryEntry(
                    "491@s.whatsapp.net",
                    id.getBytes(StandardCharsets.UTF_8),
                    timestamp,
                    Map.of("number", String.valueOf(number)));
        }

        private static int number(HttpServletRequest request, String name) {
            return Integer.parseInt(request.getParameter(name));
        }
    }
}
