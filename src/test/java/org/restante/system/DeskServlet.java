package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.restante.ForProfile;
import org.restante.Profile;

/**
 * {@code POST /tests/desk?node=…} puts messages on this node's queue, all or none: a line of the body is a conversation and a
 * number; with {@code slow} the last argument of the path they come to the slow desk without a queue. {@code GET
 * /tests/desk/answers} takes the answers, a line each; {@code /counts?conversation=…} tells the key store's count, {@code
 * /left} how many messages are in the queues of questions and of dead letters.
 */
@WebServlet("/desk/*")
public class DeskServlet extends HttpServlet {

    static final String PATH = "/tests/desk";

    private static final long serialVersionUID = 1;
    private static final Duration NO_MORE = Duration.ofMillis(500);

    @Inject
    transient JMSContext messages;

    @Inject
    transient Desk desk;

    @Inject
    @ForProfile(Desk.PROFILE)
    transient Profile profile;

    @Resource(lookup = DeskBean.QUEUE)
    transient Queue questions;

    @Resource(lookup = DeskBean.ANSWERS)
    transient Queue answers;

    @Inject
    transient Sender sender;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String node = request.getParameter("node");
        List<Question> all =
                request.getReader().lines().map(line -> question(line, node)).toList();
        if ("/slow".equals(request.getPathInfo())) {
            for (Question question : all) {
                ask(question);
            }
        } else {
            sender.send(questions, all);
        }
    }

    private void ask(Question question) {
        try {
            desk.answerSlowly(question);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Question question(String line, String node) {
        String[] words = line.split(" ", 2);
        return new Question(words[0], node + "-" + words[1], Integer.parseInt(words[1]), node);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        switch (String.valueOf(request.getPathInfo())) {
            case "/answers" -> takeAnswers(out);
            case "/count" ->
                out.print(profile.keyStore()
                        .get(Desk.COUNT, request.getParameter("conversation"))
                        .orElse(0));
            default -> out.print(left(questions) + left(dead()));
        }
    }

    private void takeAnswers(PrintWriter out) {
        try (JMSConsumer consumer = messages.createConsumer(answers)) {
            for (String answer = next(consumer); answer != null; answer = next(consumer)) {
                out.println(answer);
            }
        }
    }

    private static String next(JMSConsumer consumer) {
        return consumer.receiveBody(String.class, NO_MORE.toMillis());
    }

    private int left(Queue queue) {
        try (QueueBrowser browser = messages.createBrowser(queue)) {
            return Collections.list((Enumeration<?>) browser.getEnumeration()).size();
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts messages on a queue, of which the broker gives those of one conversation to one session, in order. */
    @ApplicationScoped
    public static class Sender {

        @Inject
        JMSContext messages;

        @Transactional
        public void send(Queue queue, List<Question> questions) {
            for (Question question : questions) {
                messages.createProducer()
                        .setProperty("JMSXGroupID", question.conversation())
                        .setProperty("conversation", question.conversation())
                        .setProperty("id", question.id())
                        .setProperty("number", question.number())
                        .setProperty("node", question.node())
                        .send(queue, question.id());
            }
        }
    }

    /** Each server has one of its own. */
    @SuppressWarnings("BanJNDI") // the name is a constant
    private Queue dead() {
        try {
            return InitialContext.doLookup("java:/jms/queue/DLQ");
        } catch (NamingException e) {
            return messages.createQueue("mq.sys.dmq");
        }
    }
}
