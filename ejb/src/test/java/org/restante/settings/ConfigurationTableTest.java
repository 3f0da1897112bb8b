package org.restante.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of the README is made of what the code asks for: names, defaults, what is allowed. What a setting means, and a
 * default that depends, are written there by hand and kept. {@code -Drestante.readme=write} writes the table anew.
 */
class ConfigurationTableTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String HEAD = "| setting | default | allowed | |\n| --- | --- | --- | --- |\n";
    private static final String NAME = ".NAME.";

    /** Those that hold names, of which each has settings of its own. */
    private static final Set<String> NAMED = Set.of(RetrySettings.PROFILES, DedupSettings.NAMESPACES, UserReader.USERS);

    private record Row(String setting, String fallback, String allowed, String meaning) {

        static Row parse(String line) {
            String[] cells = line.split("(?<!\\\\)\\|", -1);
            return new Row(cells[1].strip().replace("`", ""), cells[2].strip(), cells[3].strip(), cells[4].strip());
        }

        /** This row as the code has it. */
        Row of(Setting asked) {
            boolean depends = asked.fallback().isEmpty() || setting.contains(NAME);
            return new Row(
                    setting,
                    depends ? fallback : "`" + asked.fallback() + "`",
                    asked.allowed().isEmpty() ? allowed : asked.allowed(),
                    meaning);
        }

        String line() {
            return "| `" + setting + "` | " + fallback + " | " + allowed + " | " + meaning + " |\n";
        }
    }

    @Test
    void theReadmeHasEverySettingWithItsDefaultAndWhatIsAllowed() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(HEAD) + HEAD.length();
        int end = readme.indexOf("\n\n", begin) + 1;
        Map<String, Row> told = new LinkedHashMap<>();
        readme.substring(begin, end).lines().map(Row::parse).forEach(row -> told.put(row.setting, row));
        Map<String, Setting> asked = asked();

        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(asked.keySet());
        List<Row> rows = new ArrayList<>(told.values());
        String table = rows.stream()
                .map(row ->
                        row.of(Objects.requireNonNull(asked.get(row.setting))).line())
                .collect(Collectors.joining());
        if ("write".equals(System.getProperty("restante.readme"))) {
            Files.writeString(README, readme.substring(0, begin) + table + readme.substring(end));
        }
        assertThat(Files.readString(README)).contains(HEAD + table);
        assertThat(rows).allMatch(row -> !row.meaning.isEmpty());
    }

    /** What the code asks for when each list of names holds one. */
    private static Map<String, Setting> asked() {
        SettingsReader reader =
                new SettingsReader(name -> NAMED.contains(name) ? Optional.of("NAME") : Optional.empty());
        Settings.read(reader);
        return reader.asked().stream()
                .filter(setting -> setting.name().startsWith(SettingsReader.PREFIX))
                .collect(Collectors.toMap(Setting::name, setting -> setting));
    }
}
