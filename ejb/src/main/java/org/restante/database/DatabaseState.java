package org.restante.database;

/** Whether the database can be used. */
public sealed interface DatabaseState {

    /** It was reached, and its schema fits. */
    record Ready(Dialect dialect) implements DatabaseState {}

    /** It was not reached yet, or its schema does not fit; the reason is for people. */
    record NotReady(String reason) implements DatabaseState {}
}
