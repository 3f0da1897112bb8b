package org.restante.storage.jpa;

import org.restante.testing.TestDatabase;

class H2RoundTripTest extends RoundTripPromises {

    H2RoundTripTest() {
        super(TestDatabase.H2);
    }
}
