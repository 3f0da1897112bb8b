package org.restante.dedup.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.restante.dedup.StoredClaim;
import org.restante.storage.BoundedSql;
import org.restante.storage.BoundedSql.Binding;
import org.restante.time.Micros;

/**
 * The listing of claims in flight over all namespaces, without an index of its own that each completion would write: a live
 * claim with a lease of up to an hour goes between a retention and an hour more from now on, and few others do; the few with a
 * longer lease have an index.
 */
record AllInFlight(String sql, Binding parameters) {

    private static final Duration SHORT_LEASE = Duration.ofHours(1);

    private static final String SELECT =
            "select " + ClaimRows.READ + ", namespace from restante_dedup where receipt is null and until > ? and ";
    private static final String OF_A_RETENTION =
            SELECT + "lease <= 3600000000 and forget_after > ? and forget_after <= ?";
    private static final String OF_LONG_LEASES = SELECT + "lease > 3600000000";

    static AllInFlight at(Instant now, Collection<Duration> retentions, int most) {
        List<Duration> sorted = retentions.stream().sorted().toList();
        List<Object> values = new ArrayList<>();
        long listed = Micros.of(now); // retentions that differ by less than an hour overlap
        for (int at = 0; at < sorted.size(); at++) {
            long begin = Math.max(listed, Micros.of(now.plus(sorted.get(at))));
            boolean isLongest = at == sorted.size() - 1; // and whatever was claimed when retentions were longer
            listed = isLongest
                    ? Long.MAX_VALUE
                    : Micros.of(now.plus(sorted.get(at)).plus(SHORT_LEASE));
            values.addAll(List.of(Micros.of(now), begin, listed));
        }
        values.add(Micros.of(now));
        values.add(most);
        String all = String.join(" union all ", Collections.nCopies(sorted.size(), OF_A_RETENTION)) + " union all "
                + OF_LONG_LEASES;
        return new AllInFlight(
                "select * from (" + all + ") c order by since, namespace, dedup_key fetch first ? rows only",
                BoundedSql.parameters(values.toArray()));
    }

    static List<StoredClaim> claims(ResultSet rows) throws SQLException {
        List<StoredClaim> claims = new ArrayList<>();
        while (rows.next()) {
            claims.add(ClaimRows.read(rows.getString(ClaimRows.COUNT + 2), rows));
        }
        return claims;
    }
}
