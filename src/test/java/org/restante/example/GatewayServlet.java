package org.restante.example;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A door for curl: {@code POST /messages/{profile}/{contact}} sends the text to the bean and waits for its answer. */
@WebServlet("/messages/*")
public class GatewayServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @Inject
    transient JMSContext messages;

    @Resource(lookup = "java:app/jms/gateway")
    transient Queue gateway;

    @Resource(lookup = "java:app/jms/answers")
    transient Queue answers;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = String.valueOf(request.getPathInfo()).split("/", -1);
        if (path.length != 3) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String answer = ask(path[1], path[2], text);
        if (answer == null) {
            response.sendError(HttpServletResponse.SC_GATEWAY_TIMEOUT);
            return;
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(answer);
    }

    private String ask(String profile, String contact, String text) {
        TextMessage message = messages.createTextMessage(text);
        messages.createProducer()
                .setProperty("profile", profile)
                .setProperty("contact", contact)
                .send(gateway, message);
        try (JMSConsumer consumer = messages.createConsumer(answers, answerTo(message))) {
            return consumer.receiveBody(String.class, LONGEST_WAIT.toMillis());
        }
    }

    private static String answerTo(Message message) {
        try {
            return "JMSCorrelationID = '" + message.getJMSMessageID() + "'";
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
