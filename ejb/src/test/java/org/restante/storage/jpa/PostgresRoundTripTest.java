package org.restante.storage.jpa;

import org.restante.testing.TestDatabase;

class PostgresRoundTripTest extends RoundTripPromises {

    PostgresRoundTripTest() {
        super(TestDatabase.POSTGRESQL);
    }
}
