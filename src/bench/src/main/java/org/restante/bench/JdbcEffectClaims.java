package org.restante.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Hand-written with an effect: the key is committed, then the effect together with the receipt. */
final class JdbcEffectClaims implements ClaimWay {

    private final DataSource pool;
    private final JdbcClaims claims;
    private final Effects effects;

    JdbcEffectClaims(DataSource pool, JdbcClaims claims, Effects effects) {
        this.pool = pool;
        this.claims = claims;
        this.effects = effects;
    }

    @Override
    public boolean handle(String key, Runnable work) {
        boolean claimed = claims.claim(key);
        if (claimed) {
            work.run();
            JdbcClaims.on(pool, connection -> finish(connection, key));
        }
        return claimed;
    }

    private void finish(Connection connection, String key) {
        try {
            connection.setAutoCommit(false);
            effects.insert(connection, key);
            claims.complete(connection, key);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
