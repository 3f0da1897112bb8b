package org.restante.conversation.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.restante.chat.ConversationKey;
import org.restante.chat.TurnStore.Ready;
import org.restante.cluster.CallingThread;
import org.restante.conversation.HandoverSignal;
import org.restante.entry.ProfileId;

/** Tells the nodes by a topic of the cluster. Thread-safe. */
public final class GridSignal implements HandoverSignal {

    private static final Logger LOG = System.getLogger(GridSignal.class.getName());
    private static final String TOPIC = "restante-conversations";

    /** Neither a profile nor a key nor a handler's name holds it. */
    private static final String SEPARATOR = "\0";

    private final Supplier<HazelcastInstance> member;

    /** @param member first asked for when there is something to tell or to hear */
    public GridSignal(Supplier<HazelcastInstance> member) {
        this.member = member;
    }

    @Override
    public void tell(Ready conversation) {
        String text = String.join(
                SEPARATOR,
                conversation.key().profile().value(),
                conversation.key().key(),
                conversation.handler());
        try {
            topic().publishAsync(text);
        } catch (RuntimeException e) { // whatever it is: nodes look from time to time
            LOG.log(Level.DEBUG, "The cluster cannot be told", e);
        } finally {
            CallingThread.forgetGrid();
        }
    }

    @Override
    public void listen(Consumer<Ready> listener) {
        try {
            topic().addMessageListener(message -> listener.accept(read(message.getMessageObject())));
        } catch (RuntimeException e) { // as above
            LOG.log(Level.WARNING, "The cluster cannot be heard: conversations that others leave are found later", e);
        } finally {
            CallingThread.forgetGrid();
        }
    }

    private ITopic<String> topic() {
        return member.get().getTopic(TOPIC);
    }

    private static Ready read(String text) {
        String[] parts = text.split(SEPARATOR, 3);
        return new Ready(new ConversationKey(new ProfileId(parts[0]), parts[1]), parts[2]);
    }

    /** The member is the application's. */
    @Override
    public void close() {
        // its listeners go with it
    }
}
