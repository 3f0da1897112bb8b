package org.restante.retry.jcache;

import com.hazelcast.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * What lies between the members of a test: each is reached only through a gate, and all that goes between the last member and
 * the others can be cut and mended. Members are known by the ports that they come from.
 */
final class CuttableNetwork implements AutoCloseable {

    private static final int MEMBERS = 3;
    private static final int FIRST_GATE = 5851;
    private static final int FIRST_PORT = 5861;
    private static final int OUTBOUND = 25_840; // none that the system gives to others

    private final List<Gate> gates = new ArrayList<>();
    private volatile boolean cut;

    CuttableNetwork() throws IOException {
        for (int member = 0; member < MEMBERS; member++) {
            gates.add(new Gate(member));
        }
    }

    /** Where each member is reached. */
    static List<String> addresses() {
        return IntStream.range(0, MEMBERS)
                .mapToObj(member -> "127.0.0.1:" + (FIRST_GATE + member))
                .toList();
    }

    static int port(int member) {
        return FIRST_PORT + member;
    }

    /** Puts a member behind its gate. */
    static Config behindGate(Config config, int member) {
        config.getNetworkConfig()
                .setPortAutoIncrement(false)
                .setPublicAddress(addresses().get(member))
                .addOutboundPortDefinition(outbound(member) + "-" + (outbound(member) + 49));
        return config;
    }

    private static int outbound(int member) {
        return OUTBOUND + member * 50;
    }

    void cut() {
        cut = true;
        gates.forEach(Gate::closeCut);
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        gates.forEach(Gate::close);
    }

    private static boolean isLast(int member) {
        return member == MEMBERS - 1;
    }

    /** Lets connections through to one member. */
    private final class Gate {

        private final int member;
        private final ServerSocket entry;
        private final Collection<Passage> passages = new ConcurrentLinkedQueue<>();

        Gate(int member) throws IOException {
            this.member = member;
            this.entry = new ServerSocket(FIRST_GATE + member, 50, InetAddress.getLoopbackAddress());
            start(this::admit);
        }

        private void admit() throws IOException {
            while (!entry.isClosed()) {
                Socket from = entry.accept();
                int source = (from.getPort() - OUTBOUND) / 50;
                Passage passage = new Passage(from, isLast(source) != isLast(member));
                passages.add(passage);
                if (cut && passage.crossing) {
                    passage.close();
                } else {
                    passage.open(port(member));
                }
            }
        }

        void closeCut() {
            passages.stream().filter(passage -> passage.crossing).forEach(Passage::close);
        }

        void close() {
            passages.forEach(Passage::close);
            CuttableNetwork.close(entry);
        }
    }

    /** One connection. */
    private static final class Passage {

        private final Socket from;
        private final Socket to = new Socket();
        private final boolean crossing;

        Passage(Socket from, boolean crossing) {
            this.from = from;
            this.crossing = crossing;
        }

        void open(int port) {
            start(() -> {
                try {
                    to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    start(() -> pass(to, from));
                    pass(from, to);
                } finally {
                    close();
                }
            });
        }

        private void pass(Socket source, Socket target) throws IOException {
            try (InputStream in = source.getInputStream();
                    OutputStream out = target.getOutputStream()) {
                in.transferTo(out);
            } finally {
                close();
            }
        }

        void close() {
            CuttableNetwork.close(from);
            CuttableNetwork.close(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // cut off, or closed
                    }
                },
                "network");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
