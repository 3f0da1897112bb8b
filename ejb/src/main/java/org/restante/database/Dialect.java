package org.restante.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The databases that Restante speaks to. Each conditional write is written once for each of them. */
public enum Dialect {
    H2("h2"),
    POSTGRESQL("postgresql");

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Where the migrations of this database lie on the class path. */
    String migrations() {
        return "classpath:org/restante/database/" + folder;
    }

    /**
     * The dialect of the database behind a connection.
     *
     * @throws UnsupportedDatabaseException for any other database
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new UnsupportedDatabaseException(product);
        };
    }
}
