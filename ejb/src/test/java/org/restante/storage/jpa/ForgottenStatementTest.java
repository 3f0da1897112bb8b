package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.storage.Storage;
import org.restante.storage.contract.SegmentsContract;
import org.restante.testing.Sql;
import org.restante.testing.TestDatabase;

class ForgottenStatementTest {

    private static final Namespace<Content> BODIES = Namespace.of("bodies", Content.class);

    /** PostgreSQL's driver then sends the put again by itself, but cannot read a stream again, as which this goes out. */
    @Test
    void aPutWhoseStatementTheServerForgotIsDoneAllTheSame() {
        try (JpaFixture database = new JpaFixture(TestDatabase.POSTGRESQL)) {
            Storage storage = database.storage("p");
            for (int i = 0; i < 10; i++) {
                storage.put(BODIES, "k", SegmentsContract.inSegments(2, 200_000));
            }
            Sql.run(database.dataSource(), "do $$ begin execute 'deallocate all'; end $$");
            Content content = SegmentsContract.inSegments(3, 200_000);

            storage.put(BODIES, "k", content);

            assertThat(storage.get(BODIES, "k")).contains(content);
        }
    }
}
