package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.database.SchemaMode;
import org.restante.testing.Scenario;

class SettingsReaderTest {

    @Test
    void withoutAnySettingEverythingHasItsDefault() {
        SettingsReader reader = reader(Map.of());

        assertThat(read(reader))
                .isEqualTo(List.of(
                        new StorageSettings("jpa", Optional.empty(), Optional.empty()),
                        new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30))));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void everySettingIsRead() {
        Map<String, String> texts = Map.of(
                "restante.storage.adapter", "file",
                "restante.storage.file.directory", "/data",
                "restante.encryption.keyset", "/keys/keyset.json",
                "restante.schema.mode", "validate",
                "restante.database.statement-timeout", "PT5S");
        SettingsReader reader = reader(texts);

        assertThat(read(reader))
                .isEqualTo(List.of(
                        new StorageSettings(
                                "file", Optional.of(Path.of("/data")), Optional.of(Path.of("/keys/keyset.json"))),
                        new DatabaseSettings(SchemaMode.VALIDATE, Duration.ofSeconds(5))));
        assertThat(reader.problems()).isEmpty();
        assertThat(reader.unknown(texts.keySet())).isEmpty();
    }

    @Test
    @Scenario("B1")
    void theEpochFileIsInTheServersDataFolderUnlessItIsGiven() {
        Map<String, String> wildFly = Map.of("jboss.server.data.dir", "/wildfly/data");
        Map<String, String> payara = Map.of("com.sun.aas.instanceRoot", "/payara/domain");
        Map<String, String> given =
                Map.of("restante.epoch.file", "/elsewhere/epoch", "jboss.server.data.dir", "/wildfly/data");

        assertThat(epochFile(wildFly)).contains(Path.of("/wildfly/data/restante-epoch.properties"));
        assertThat(epochFile(payara)).contains(Path.of("/payara/domain/restante-epoch.properties"));
        assertThat(epochFile(given)).contains(Path.of("/elsewhere/epoch"));
        assertThat(epochFile(Map.of())).isEmpty();
    }

    private static Optional<Path> epochFile(Map<String, String> texts) {
        return Settings.read(reader(texts)).rollback().file();
    }

    @Test
    void allProblemsAreToldAtOnceEachWithItsNameAndWhatWouldDo() {
        SettingsReader reader = reader(Map.of(
                "restante.storage.adapter", "file",
                "restante.encryption.keyset", "\0",
                "restante.schema.mode", "MIGRATE!",
                "restante.database.statement-timeout", "30s"));

        Settings settings = Settings.read(reader);

        assertThat(reader.problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .isEqualTo(
                                        "restante.storage.file.directory must be given for the storage adapter 'file'"),
                        problem -> assertThat(problem).startsWith("restante.encryption.keyset is no path"),
                        problem -> assertThat(problem)
                                .isEqualTo("restante.schema.mode must be one of migrate, validate, none,"
                                        + " but is 'MIGRATE!'"),
                        problem -> assertThat(problem)
                                .isEqualTo("restante.database.statement-timeout must be an ISO-8601 duration"
                                        + " from PT1S to PT10M, but is '30s'"));
        assertThat(settings.database()).isEqualTo(new DatabaseSettings(SchemaMode.MIGRATE, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT10M", "PT1.5S"})
    void durationsWithinTheirLimitsAreTaken(String text) {
        SettingsReader reader = reader(Map.of("restante.database.statement-timeout", text));

        assertThat(Settings.read(reader).database().statementTimeout()).isEqualTo(Duration.parse(text));
        assertThat(reader.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.999S", "PT10M0.001S", "PT0S", "-PT5S", "5", "PT", "PT9999999999999999999S"})
    void otherDurationsAreProblems(String text) {
        SettingsReader reader = reader(Map.of("restante.database.statement-timeout", text));

        Settings.read(reader);

        assertThat(reader.problems()).singleElement().asString().contains("'" + text + "'");
    }

    @Test
    void numbersHaveLimitsToo() {
        SettingsReader reader = reader(Map.of("least", "1", "most", " 9 ", "below", "0", "above", "10", "text", "1x"));

        assertThat(reader.number("least", 5, 1, 9)).isEqualTo(1);
        assertThat(reader.number("most", 5, 1, 9)).isEqualTo(9);
        assertThat(reader.number("missing", 5, 1, 9)).isEqualTo(5);
        assertThat(reader.problems()).isEmpty();
        for (String name : List.of("below", "above", "text")) {
            assertThat(reader.number(name, 5, 1, 9)).isEqualTo(5);
        }
        assertThat(reader.problems()).hasSize(3).allMatch(problem -> problem.contains("from 1 to 9"));
    }

    @Test
    void listsAreBetweenCommas() {
        SettingsReader reader = reader(Map.of("several", " a, b ,,c", "none", " , "));

        assertThat(reader.list("several")).containsExactly("a", "b", "c");
        assertThat(reader.list("none")).isEmpty();
        assertThat(reader.list("missing")).isEmpty();
    }

    @Test
    void aBlankTextCountsAsNotConfigured() {
        SettingsReader reader = reader(Map.of("restante.schema.mode", " ", "restante.storage.adapter", ""));

        assertThat(read(reader)).isEqualTo(read(reader(Map.of())));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void spacesAroundATextAreNotPartOfIt() {
        SettingsReader reader = reader(Map.of(
                "restante.schema.mode", "none ",
                "restante.storage.adapter", " memory",
                "restante.database.statement-timeout", " PT5S ",
                "restante.storage.file.directory", "/data "));

        assertThat(read(reader))
                .isEqualTo(List.of(
                        new StorageSettings("memory", Optional.of(Path.of("/data")), Optional.empty()),
                        new DatabaseSettings(SchemaMode.NONE, Duration.ofSeconds(5))));
        assertThat(reader.problems()).isEmpty();
    }

    @Test
    void aTextIsTakenAsItIs() {
        assertThat(reader(Map.of("password", " hunter 2 ")).text("password")).contains(" hunter 2 ");
    }

    @Test
    void namesThatNobodyAskedForAreUnknown() {
        SettingsReader reader = reader(Map.of());
        Settings.read(reader);

        assertThat(reader.unknown(
                        List.of("restante.schema.mod", "restante.schema.mode", "java.home", "restante.a", "restante")))
                .containsExactly("restante.a", "restante.schema.mod");
    }

    /** Those that this test is about. */
    private static List<Object> read(SettingsReader reader) {
        Settings settings = Settings.read(reader);
        return List.of(settings.storage(), settings.database());
    }

    private static SettingsReader reader(Map<String, String> texts) {
        return new SettingsReader(name -> Optional.ofNullable(texts.get(name)));
    }
}
