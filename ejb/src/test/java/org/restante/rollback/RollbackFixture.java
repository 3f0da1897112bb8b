package org.restante.rollback;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.testing.TestDatabase;

/** What the tests of restored backups stand on, once for each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // before each test
abstract class RollbackFixture {

    @Parameter
    private TestDatabase kind;

    @TempDir
    private Path folder;

    NodesOfOneDatabase nodes;

    @BeforeEach
    final void open() {
        nodes = new NodesOfOneDatabase(kind, folder);
    }

    @AfterEach
    final void close() {
        nodes.close();
    }
}
