package org.restante.storage.jpa;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** The plans that a database makes for the statements that were sent, with the parameters that they had. */
final class StatementPlans implements QueryExecutionListener {

    private final List<QueryInfo> sent = new ArrayList<>();
    private final String explain;

    /** @param explain the words before a statement that ask for its plan */
    StatementPlans(String explain) {
        this.explain = explain;
    }

    DataSource around(DataSource driver) {
        return ProxyDataSourceBuilder.create(driver).listener(this).build();
    }

    void forget() {
        sent.clear();
    }

    /** What was sent, as it was written. */
    List<String> statements() {
        return sent.stream().map(QueryInfo::getQuery).toList();
    }

    List<String> explain(DataSource database) throws SQLException {
        List<String> plans = new ArrayList<>();
        for (QueryInfo query : List.copyOf(sent)) {
            plans.add(explain(database, query));
        }
        return plans;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        sent.addAll(queries);
    }

    private String explain(DataSource database, QueryInfo query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(explain + query.getQuery())) {
            for (ParameterSetOperation parameter : query.getParametersList().get(0)) {
                parameter.getMethod().invoke(statement, parameter.getArgs());
            }
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
        return plan.toString();
    }
}
