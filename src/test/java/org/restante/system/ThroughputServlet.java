package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Map;

/** {@code POST /tests/throughput?way=…&round=…&messages=…} sends that many messages, which are all there at once. */
@WebServlet("/throughput")
public class ThroughputServlet extends HttpServlet {

    static final String PATH = "/tests/throughput";

    private static final long serialVersionUID = 1;

    @Inject
    transient JMSContext messages;

    @Resource
    transient UserTransaction transaction;

    @Resource(lookup = DeduplicatedThroughputBean.QUEUE)
    transient Queue deduplicated;

    @Resource(lookup = HandWrittenThroughputBean.QUEUE)
    transient Queue handWritten;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        Queue queue = Map.of("deduplicated", deduplicated, "hand-written", handWritten)
                .get(request.getParameter("way"));
        String round = request.getParameter("round");
        try {
            transaction.begin();
            for (int i = 0; i < Integer.parseInt(request.getParameter("messages")); i++) {
                messages.createProducer()
                        .setProperty("round", round)
                        .setProperty("id", round + "-" + i)
                        .send(queue, "text");
            }
            transaction.commit();
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new ServletException(e);
        }
    }
}
