package org.restante.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Writes down what reaches the driver of a test database, below the pool. For one thread at a time. */
public final class RoundTrips implements AutoCloseable {

    private final List<String> statements = new ArrayList<>();
    private final List<String> demarcations = new ArrayList<>();
    private final HikariDataSource dataSource;

    public RoundTrips(TestDatabase database) {
        this.dataSource = database.open(driver -> ProxyDataSourceBuilder.create(driver)
                .listener(new Statements())
                .methodListener(new Demarcations())
                .build());
    }

    /** The pool whose traffic is written down. */
    public HikariDataSource dataSource() {
        return dataSource;
    }

    /** What the work sent. */
    public Trips during(Runnable work) {
        statements.clear();
        demarcations.clear();
        work.run();
        return new Trips(List.copyOf(statements), List.copyOf(demarcations));
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /**
     * What was sent.
     *
     * @param statements one for each execution, however many rows a batch has
     * @param demarcations begins of transactions, commits, rollbacks and savepoints
     */
    public record Trips(List<String> statements, List<String> demarcations) {}

    private final class Statements implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            statements.add(queries.size() + " x "
                    + (queries.isEmpty() ? "" : queries.get(0).getQuery()));
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }

    private final class Demarcations implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext call) {
            switch (call.getMethod().getName()) {
                case "commit", "rollback", "setSavepoint", "releaseSavepoint" ->
                    demarcations.add(call.getMethod().getName());
                case "setAutoCommit" -> {
                    if (Boolean.FALSE.equals(call.getMethodArgs()[0])) {
                        demarcations.add("begin");
                    }
                }
                default -> {}
            }
        }

        @Override
        public void afterMethod(MethodExecutionContext call) {}
    }
}
