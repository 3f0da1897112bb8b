package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import java.util.Map;

/** {@code POST /tests/throughput?way=…&round=…&messages=…} sends that many messages, which are all there at once. */
@WebServlet("/throughput")
public class ThroughputServlet extends HttpServlet {

    static final String PATH = "/tests/throughput";

    private static final long serialVersionUID = 1;

    @Inject
    transient JMSContext messages;

    @Resource(lookup = ThroughputBeans.DEDUPLICATED)
    transient Queue deduplicated;

    @Resource(lookup = ThroughputBeans.HAND_WRITTEN)
    transient Queue handWritten;

    @Override
    @Transactional
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Queue queue = Map.of("deduplicated", deduplicated, "hand-written", handWritten)
                .get(request.getParameter("way"));
        String round = request.getParameter("round");
        for (int i = 0; i < Integer.parseInt(request.getParameter("messages")); i++) {
            messages.createProducer()
                    .setProperty("round", round)
                    .setProperty("id", round + "-" + i)
                    .send(queue, "text");
        }
    }
}
