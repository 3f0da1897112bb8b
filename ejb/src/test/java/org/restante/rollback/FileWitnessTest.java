package org.restante.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.restante.rollback.NodesOfOneDatabase.assertConsistent;
import static org.restante.rollback.NodesOfOneDatabase.assertRolledBack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.restante.rollback.file.FileWitness;
import org.restante.testing.Scenario;

/** What a node remembers in its file, whatever happens to the file. */
@Scenario("B1")
class FileWitnessTest extends RollbackFixture {

    @Test
    void aDamagedFileIsBegunAnewAndNeverStopsAStart() throws IOException {
        for (String damage : List.of("", "\0\1\2", "x=y", "\\u12", UUID.randomUUID() + "=" + UUID.randomUUID())) {
            Files.writeString(nodes.file("a"), damage);

            assertConsistent(nodes.node("a"));
            assertThat(FileWitness.open(nodes.file("a")).sightings()).hasSize(1);
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheProcessToRemember() throws IOException {
        Files.writeString(nodes.folder().resolve("no-folder"), "");
        RollbackWatch node = nodes.watch(FileWitness.open(nodes.folder().resolve("no-folder/epoch")));
        assertConsistent(node);
        nodes.backUp();
        assertConsistent(node);
        nodes.restore();

        node.compare();

        assertRolledBack(node);
    }

    @Test
    void theFileIsReplacedWholeAndLeavesNothingBeside() throws IOException {
        nodes.compared("a");
        nodes.compared("a");

        try (var files = Files.list(nodes.folder())) {
            assertThat(files).containsExactly(nodes.file("a"));
        }
    }

    @Test
    void twoApplicationsOfOneServerShareAFileAndKeepWhatTheOtherSaw() {
        FileWitness one = FileWitness.open(nodes.file("a"));
        FileWitness other = FileWitness.open(nodes.file("a"));
        Sighting first = new Sighting(UUID.randomUUID(), UUID.randomUUID(), Instant.ofEpochSecond(100));
        Sighting second = new Sighting(UUID.randomUUID(), UUID.randomUUID(), Instant.ofEpochSecond(100));

        one.saw(first);
        other.saw(second);

        assertThat(FileWitness.open(nodes.file("a")).sightings()).containsExactlyInAnyOrder(first, second);
    }
}
