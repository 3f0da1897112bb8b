package org.restante.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.restante.entry.Namespace;
import org.restante.entry.Namespaces;
import org.restante.storage.*;
import org.restante.testing.TestDatabase;
import org.restante.wiring.PlainOptions;
import org.restante.wiring.PlainRestante;

class SmokeTest {
    @ParameterizedTest
    @EnumSource
    void smoke(TestDatabase db) {
        try (HikariDataSource ds = db.open();
                PlainRestante r = PlainRestante.open(PlainOptions.defaults().withDataSource(ds))) {
            Storage s = r.profile("a").storage();
            Namespace<String> ns = Namespace.of("x", String.class);
            long v1 = s.put(ns, "k", "one");
            long v2 = s.put(ns, "k", "two");
            assertThat(v2).isEqualTo(v1 + 1);
            assertThat(s.get(ns, "k")).contains("two");
            assertThat(s.put(ns, "k", "three", Expected.version(v1))).isInstanceOf(PutOutcome.Conflict.class);
            assertThat(s.put(ns, "k", "three", Expected.version(v2))).isInstanceOf(PutOutcome.Written.class);
            assertThat(s.put(ns, "k", "three", Expected.absent())).isInstanceOf(PutOutcome.Conflict.class);
            assertThat(s.put(ns, "k2", "three", Expected.absent())).isInstanceOf(PutOutcome.Written.class);
            assertThat(s.put(ns, "k3", "three", Expected.present())).isInstanceOf(PutOutcome.Conflict.class);
            Map<String, String> many = new HashMap<>();
            for (int i = 0; i < 250; i++) many.put("m" + i, "v" + i);
            s.putAll(ns, many);
            assertThat(s.getAll(ns, many.keySet())).isEqualTo(many);
            s.putAll(ns, many);
            PageRequest p = PageRequest.first(100);
            int n = 0;
            while (p != null) {
                KeyPage page = s.keys(ns, p);
                n += page.keys().size();
                p = page.next();
            }
            assertThat(n).isEqualTo(252);
            r.profile("b").storage().put(Namespaces.CREDS, "self", Map.of("me", Map.of("id", "1@x", "name", "N")));
            assertThat(r.profiles().list()).extracting(x -> x.value()).containsExactly("a", "b");
            assertThat(r.profiles().describe()).hasSize(2);
            System.out.println(r.profiles().describe());
            byte[] big = new byte[3 << 20];
            s.put(Namespaces.SESSION, "big", big);
            assertThat(s.get(Namespaces.SESSION, "big").get()).isEqualTo(big);
            s.clear();
            assertThat(r.profiles().list()).hasSize(1);
        }
    }
}
