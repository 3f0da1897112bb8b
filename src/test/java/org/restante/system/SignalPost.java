package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Brings messages to nodes in rounds: in any order, a third of them a round too late, and each once more in the round after it
 * was brought. What a killed node has not acknowledged is brought again. Thread-safe within a round.
 */
final class SignalPost {

    private final Random random = new Random(21);
    private final Deque<SignalMessage> waiting = new ConcurrentLinkedDeque<>();
    private final Set<String> handled = ConcurrentHashMap.newKeySet();
    private final Set<String> unacknowledged = ConcurrentHashMap.newKeySet();
    private List<SignalMessage> late = List.of();
    private List<SignalMessage> again = List.of();

    /** Begins a round. */
    void load(List<SignalMessage> written) {
        List<SignalMessage> shuffled = new ArrayList<>(written);
        Collections.shuffle(shuffled, random);
        int onTime = written.size() - written.size() / 3;
        List<SignalMessage> first = new ArrayList<>(late);
        first.addAll(shuffled.subList(0, onTime));
        List<SignalMessage> load = new ArrayList<>(first);
        load.addAll(again);
        Collections.shuffle(load, random);
        late = shuffled.subList(onTime, shuffled.size());
        again = first;
        waiting.addAll(load);
    }

    /** Brings messages to this node until none waits, or until the node is gone. */
    void bringTo(ServerNode node) {
        for (SignalMessage message = waiting.poll(); message != null; message = waiting.poll()) {
            try {
                bring(message, node);
            } catch (UncheckedIOException e) {
                unacknowledged.add(message.text());
                waiting.addFirst(message);
                return;
            }
        }
    }

    /** Brings one message: it is handled at its first delivery, and refused as a duplicate at every other. */
    private void bring(SignalMessage message, ServerNode node) {
        HttpResponse<String> answer = message.arriveAt(node);
        boolean first = handled.add(message.text());
        // a node may have been killed between its commit and its answer
        if (first && !unacknowledged.contains(message.text())) {
            assertThat(answer.statusCode()).as(message + answer.body()).isEqualTo(204);
        } else if (!first || answer.statusCode() != 204) {
            assertThat(answer.body()).as(message.text()).contains("DuplicateMessageException");
        }
    }
}
