package org.restante.database;

import org.restante.entry.RestanteException;

/** The configured database is none of those that Restante has statements for. */
public final class UnsupportedDatabaseException extends RestanteException {

    public UnsupportedDatabaseException(String product) {
        super("the database is " + product + "; Restante runs on H2 and PostgreSQL");
    }
}
