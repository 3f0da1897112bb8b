package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What is left of a message that a bean has handled: a row, written through a bean of the request. */
@ApplicationScoped
public class RoomEffects {

    @Inject
    Row row;

    /** Waits while somebody has the lock of the question's number. */
    public void handled(String by, Question question) throws SQLException {
        row.begin(by);
        row.write(question);
    }

    /** Of one handling only. */
    @RequestScoped
    public static class Row {

        @Resource(lookup = "java:comp/DefaultDataSource")
        DataSource database;

        private String by = "";

        public void begin(String name) {
            by = name;
        }

        public void write(Question question) throws SQLException {
            try (Connection connection = database.getConnection();
                    PreparedStatement wait = connection.prepareStatement("select pg_advisory_xact_lock_shared(?)");
                    PreparedStatement write = connection.prepareStatement(
                            "insert into room_effect (conversation, id, by) values (?, ?, ?)")) {
                wait.setInt(1, question.number());
                wait.execute();
                write.setString(1, question.conversation());
                write.setString(2, question.id());
                write.setString(3, by);
                write.executeUpdate();
            }
        }
    }
}
