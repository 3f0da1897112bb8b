package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.restante.entry.Namespace;
import org.restante.storage.Expected;
import org.restante.storage.PutOutcome;
import org.restante.storage.Storage;
import org.restante.testing.Scenario;

class H2FileTest {

    private static final Namespace<Object> THINGS = Namespace.of("things", Object.class);

    private static final Namespace<byte[]> BLOBS = Namespace.of("blobs", byte[].class);

    @Test
    @Scenario("S16")
    void entriesAndTheirVersionsOutliveTheProcess(@TempDir Path directory) {
        byte[] large = new byte[1 << 20];
        large[large.length - 1] = 1;
        long version;
        try (JpaFixture database = open(directory)) {
            Storage storage = database.storage("p");
            storage.putAll(THINGS, Map.of("a", "first", "b", Map.of("nested", 1)));
            storage.put(BLOBS, "large", large);
            version = storage.put(THINGS, "a", "second");
        }

        try (JpaFixture database = open(directory)) {
            Storage storage = database.storage("p");
            assertThat(storage.get(THINGS, "a")).contains("second");
            assertThat(storage.get(THINGS, "b")).contains(Map.of("nested", 1));
            assertThat(storage.get(BLOBS, "large"))
                    .hasValueSatisfying(value -> assertThat(value).isEqualTo(large));
            assertThat(storage.put(THINGS, "a", "third", Expected.version(version)))
                    .isEqualTo(new PutOutcome.Written(version + 1));
        }
    }

    private static JpaFixture open(Path directory) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + directory.resolve("restante"));
        return new JpaFixture(pool, JpaFixture.SETTINGS);
    }
}
