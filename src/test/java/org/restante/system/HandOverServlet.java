package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.restante.Restante;
import org.restante.chat.CappedLists;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationLocks;
import org.restante.chat.LockRequest;
import org.restante.chat.LockResult;
import org.restante.chat.LockStrategy;
import org.restante.chat.LockToken;
import org.restante.chat.NextResult;
import org.restante.chat.QueueBound;

/**
 * {@code GET /tests/handover?profile=p&from=0&to=10&messages=200&conversations=5}: so many producers of this node send so many
 * messages each to conversations {@code c0} and on. Whoever has a conversation notes its messages in its list.
 */
@WebServlet("/handover")
public class HandOverServlet extends HttpServlet {

    /** Where it is on each node. */
    static final String PATH = "/tests/handover";

    private static final long serialVersionUID = 1;
    private static final QueueBound BOUND =
            QueueBound.DEFAULT.withSize(QueueBound.MAX_SIZE).withTimeToLive(Duration.ofHours(1));

    @Inject
    transient Restante restante;

    @Resource
    transient ManagedThreadFactory threads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ChatState chat = restante.profile(request.getParameter("profile")).chat();
        int messages = number(request, "messages");
        int conversations = number(request, "conversations");
        List<Callable<Boolean>> producers = IntStream.range(number(request, "from"), number(request, "to"))
                .<Callable<Boolean>>mapToObj(producer -> () -> {
                    for (int n = 0; n < messages; n++) {
                        send(chat, "c" + n % conversations, producer + "/" + n);
                    }
                    return true;
                })
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(producers.size(), threads);
        try {
            for (Future<Boolean> producer : pool.invokeAll(producers)) {
                producer.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        } finally {
            pool.shutdownNow();
        }
        response.getWriter().print("done");
    }

    private static int number(HttpServletRequest request, String name) {
        return Integer.parseInt(request.getParameter(name));
    }

    private static void send(ChatState chat, String key, String message) {
        ConversationLocks locks = chat.locks();
        LockRequest request = LockRequest.of("producer", LockStrategy.QUEUE)
                .withMetadata(Map.of("message", message))
                .withBound(BOUND);
        if (locks.lock(key, request) instanceof LockResult.Acquired acquired) {
            LockToken token = Objects.requireNonNull(acquired.token());
            note(chat, key, message);
            while (locks.releaseOrTakeNext(key, token) instanceof NextResult.Next next) {
                note(chat, key, String.valueOf(next.entry().metadata().get("message")));
                token = next.token();
            }
        }
    }

    private static void note(ChatState chat, String key, String message) {
        chat.lists().append(key, message, CappedLists.MAX_LENGTH, null);
    }
}
