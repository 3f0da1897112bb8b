package org.restante.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.restante.ForProfile;
import org.restante.Profile;
import org.restante.conversation.CurrentTurn;
import org.restante.entry.Namespace;
import org.restante.messaging.Conversation;
import org.restante.retry.RetryEntry;

/** Answers questions: a count in the key store, an effect in a table of its own and the answer, in one transaction. */
@ApplicationScoped
public class Desk {

    static final String PROFILE = "desk";
    static final Namespace<Integer> COUNT = Namespace.of("count", Integer.class);

    private static final String EFFECT = "insert into desk_effect (conversation, id, number, node, handled_by, attempt)"
            + " values (?, ?, ?, ?, ?, ?)";

    @Inject
    @ForProfile(PROFILE)
    Profile profile;

    @Inject
    CurrentTurn turn;

    @Inject
    JMSContext messages;

    @Resource(lookup = DeskBean.ANSWERS)
    Queue answers;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Conversation(
            name = "desk",
            profile = PROFILE,
            key = "argument.conversation()",
            id = "argument.id()",
            lease = "PT5S")
    public void answer(Question question) throws SQLException {
        int count = profile.keyStore().transaction(question.conversation(), keys -> {
            int next = keys.get(COUNT, question.conversation()).orElse(0) + 1;
            keys.put(COUNT, question.conversation(), next);
            return next;
        });
        effect(question);
        String answer = question.conversation() + " " + question.id();
        messages.createProducer().send(answers, answer);
        profile.retryCache()
                .put(
                        question.conversation() + "-" + count,
                        new RetryEntry(question.conversation(), answer.getBytes(UTF_8), System.currentTimeMillis()));
    }

    /** A node that dies in it keeps its conversation for long; waits while somebody has the lock of that number. */
    @Conversation(
            name = "slow-desk",
            profile = PROFILE,
            key = "argument.conversation()",
            id = "argument.id()",
            lease = "PT10M")
    public void answerSlowly(Question question) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
            statement.setInt(1, question.number());
            statement.execute();
        }
        effect(question);
    }

    private void effect(Question question) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(EFFECT)) {
            statement.setString(1, question.conversation());
            statement.setString(2, question.id());
            statement.setInt(3, question.number());
            statement.setString(4, question.node());
            statement.setString(5, System.getProperty(ServerNode.NAME));
            statement.setInt(6, turn.get().attempt());
            statement.executeUpdate();
        }
    }
}
