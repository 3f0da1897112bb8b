package org.restante.access.jpa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.restante.access.AccessToken;
import org.restante.access.TokenStore;
import org.restante.settings.Role;
import org.restante.storage.BoundedSql;
import org.restante.storage.Statements;
import org.restante.time.Micros;
import org.restante.transaction.Transactions.SqlWork;

/** Tokens as rows; the same statements on every database. Thread-safe. */
public final class DatabaseTokenStore implements TokenStore {

    private static final String COLUMNS =
            "id, name, role, profiles, namespaces, created_by, created_at, expires_at, used_at";
    private static final String SELECT = "select " + COLUMNS + " from restante_access_token";
    private static final String INSERT =
            "insert into restante_access_token (digest, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Statements statements;

    public DatabaseTokenStore(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void insert(byte[] digest, AccessToken token) {
        AccessToken.Holder holder = token.holder();
        write(
                INSERT,
                digest,
                token.id(),
                holder.name(),
                holder.role().name(),
                lines(holder.profiles()),
                lines(holder.namespaces()),
                token.origin().by(),
                Micros.of(token.origin().at()),
                Micros.of(token.expiresAt()),
                token.usedAt() == null ? 0 : Micros.of(token.usedAt()));
    }

    @Override
    public Optional<AccessToken> find(byte[] digest) {
        return read(SELECT + " where digest = ?", digest).stream().findFirst();
    }

    @Override
    public List<AccessToken> all() {
        return read(SELECT + " order by created_at desc, id");
    }

    @Override
    public Optional<AccessToken> delete(String id) {
        Optional<AccessToken> found =
                read(SELECT + " where id = ?", id).stream().findFirst();
        return found.filter(token -> write("delete from restante_access_token where id = ?", id) > 0);
    }

    @Override
    public void used(String id, Instant at) {
        write(
                "update restante_access_token set used_at = ? where id = ? and used_at < ?",
                Micros.of(at),
                id,
                Micros.of(at));
    }

    @Override
    public void sweep(Instant before) {
        write("delete from restante_access_token where expires_at < ?", Micros.of(before));
    }

    private int write(String sql, Object... parameters) {
        return run(connection -> BoundedSql.write(connection, sql, BoundedSql.parameters(parameters)));
    }

    private List<AccessToken> read(String sql, Object... parameters) {
        return run(connection ->
                BoundedSql.query(connection, sql, BoundedSql.parameters(parameters), DatabaseTokenStore::tokens));
    }

    private <T> T run(SqlWork<T> work) {
        return statements.database().ask(dialect -> statements.joined(work));
    }

    private static List<AccessToken> tokens(ResultSet rows) throws SQLException {
        List<AccessToken> tokens = new ArrayList<>();
        while (rows.next()) {
            tokens.add(new AccessToken(
                    rows.getString(1),
                    new AccessToken.Holder(
                            rows.getString(2),
                            Role.valueOf(rows.getString(3)),
                            names(rows.getString(4)),
                            names(rows.getString(5))),
                    new AccessToken.Origin(rows.getString(6), Micros.toInstant(rows.getLong(7))),
                    Micros.toInstant(rows.getLong(8)),
                    orNull(rows.getLong(9))));
        }
        return tokens;
    }

    private static @Nullable Instant orNull(long micros) {
        return micros == 0 ? null : Micros.toInstant(micros);
    }

    private static String lines(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining("\n"));
    }

    private static Set<String> names(String lines) {
        return lines.isEmpty() ? Set.of() : Set.of(lines.split("\n"));
    }
}
