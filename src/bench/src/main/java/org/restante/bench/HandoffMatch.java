package org.restante.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.restante.chat.ChatStates;
import org.restante.chat.QueueBound;
import org.restante.chat.jpa.DatabaseChatAdapter;
import org.restante.codec.EntryCodec;
import org.restante.codec.PayloadCipher;
import org.restante.conversation.ConversationHandler;
import org.restante.conversation.ConversationRules;
import org.restante.conversation.ConversationStrategy;
import org.restante.conversation.Conversations;
import org.restante.conversation.Dispatcher;
import org.restante.conversation.grid.GridSignal;
import org.restante.database.SchemaMode;
import org.restante.entry.ProfileId;
import org.restante.lease.LeaseKeeper;
import org.restante.settings.DatabaseSettings;
import org.restante.storage.Statements;
import org.restante.wiring.PlainDatabase;

/** One hot conversation that two nodes hand to each other after each message, told by the cluster. */
final class HandoffMatch implements AutoCloseable {

    private static final int MESSAGES = 2000;
    private static final int WARM_UP = 500;
    private static final int THREADS = 2;

    private final HikariDataSource pool;
    private final PlainDatabase database;
    private final Grid grid = new Grid(2);
    private final List<Dispatcher> nodes = new ArrayList<>();
    private final LeaseKeeper leases = LeaseKeeper.on(Thread::new);

    HandoffMatch(BenchServer server) throws SQLException {
        this.pool = server.database("handoff", 4 * THREADS);
        this.database = PlainDatabase.open(pool, new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30)));
        Statements statements = OwnStatements.of(database);
        ChatStates states = new ChatStates(
                new DatabaseChatAdapter(statements),
                new EntryCodec(PayloadCipher.none()),
                new ChatStates.Conduct(Duration.ofSeconds(30), QueueBound.DEFAULT, statements.database()::now));
        for (int node = 0; node < 2; node++) {
            int number = node;
            nodes.add(new Dispatcher(
                    states.turns(),
                    leases,
                    new Dispatcher.Border(
                            "node-" + node,
                            new ScheduledThreadPoolExecutor(THREADS),
                            new GridSignal(() -> grid.member(number).hazelcast()),
                            Runnable::run)));
        }
    }

    /** What a node has handled last, and when. */
    private static final class Relay {

        private final List<Long> pauses = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger others = new AtomicInteger();
        private final CountDownLatch left;
        private volatile int last = -1;
        private volatile long ended;

        Relay(int messages) {
            this.left = new CountDownLatch(messages);
        }

        void handle(int node) {
            if (last >= 0) {
                pauses.add(System.nanoTime() - ended);
                others.addAndGet(last == node ? 0 : 1);
            }
            last = node;
            left.countDown();
            ended = System.nanoTime();
        }
    }

    void run(Consumer<String> out) throws InterruptedException {
        handle("warm-up", WARM_UP);
        Relay relay = handle("hot", MESSAGES);
        List<Long> sorted = relay.pauses.stream().sorted().toList();
        out.accept("");
        out.accept("| hand-offs | to the other node | median, ms | p99, ms | longest, ms |");
        out.accept("| ---: | ---: | ---: | ---: | ---: |");
        out.accept(String.format(
                Locale.ROOT,
                "| %d | %d | %.1f | %.1f | %.1f |",
                sorted.size(),
                relay.others.get(),
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1)));
    }

    private Relay handle(String room, int messages) throws InterruptedException {
        Relay relay = new Relay(messages);
        ConversationRules rules = ConversationRules.of(ConversationStrategy.QUEUE)
                .withTurnsInARow(1)
                .withRemembered(10);
        List<Conversations> ends =
                nodes.stream().map(node -> node.of(new ProfileId("bench"))).toList();
        List<ConversationHandler<Integer>> handlers = new ArrayList<>();
        for (int node = 0; node < ends.size(); node++) {
            int number = node;
            handlers.add(ConversationHandler.of(room, Integer.class, rules, turn -> relay.handle(number)));
            ends.get(node).resume(handlers.get(node));
        }
        for (int message = 0; message < messages; message++) {
            ends.get(message % 2).handle(room, "" + message, message, handlers.get(message % 2));
        }
        if (!relay.left.await(5, TimeUnit.MINUTES)) {
            throw new IllegalStateException("messages were lost: " + relay.left.getCount());
        }
        return relay;
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    @Override
    public void close() {
        nodes.forEach(Dispatcher::close);
        leases.close();
        grid.close();
        database.close();
        pool.close();
    }
}
