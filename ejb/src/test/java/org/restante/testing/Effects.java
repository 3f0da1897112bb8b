package org.restante.testing;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.restante.transaction.Transactions;
import org.restante.transaction.Transactions.SqlWork;

/** A table in which each effect of some work is a row, a part of the transaction that the work is in. */
public final class Effects {

    private static final String COUNT = "select count(*) from effect";

    private final DataSource database;
    private final Transactions transactions;

    /** In a table of that database which is made here. */
    public Effects(DataSource database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
        Sql.run(database, "create table effect (n integer)");
    }

    /** One more, in the calling thread's transaction. */
    public void add() {
        in(connection -> {
            Sql.run(connection, "insert into effect values (1)");
            return connection;
        });
    }

    /** How many there are for everybody. */
    public int committed() {
        return Sql.number(database, COUNT);
    }

    /** How many the calling thread's transaction sees. */
    public int visible() {
        return in(connection -> Sql.number(connection, COUNT));
    }

    private <T> T in(SqlWork<T> work) {
        try {
            return transactions.jdbc(work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
