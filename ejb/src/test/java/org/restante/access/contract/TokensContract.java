package org.restante.access.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.access.AccessToken;
import org.restante.access.AccessTokens;
import org.restante.access.NewToken;
import org.restante.access.TokenStore;
import org.restante.access.TokenTerms;
import org.restante.audit.AuditEntry;
import org.restante.audit.AuditTrail;
import org.restante.audit.memory.MemoryAuditTrail;
import org.restante.entry.InvalidInputException;
import org.restante.settings.Role;
import org.restante.testing.Scenario;
import org.restante.testing.TestClock;
import org.restante.transaction.Transactions;
import org.restante.transaction.UndoLog;

/** A token is good for what it was made for, until it expires or is revoked. */
@Scenario("W3")
public interface TokensContract {

    Duration HOUR = Duration.ofHours(1);

    /** Without any token; the same throughout a test. */
    TokenStore store();

    TestClock clock();

    Transactions transactions();

    /** The same throughout a test. */
    AuditTrail trail();

    static AuditTrail trail(TestClock clock, Transactions transactions) {
        return new MemoryAuditTrail(clock, Duration.ofDays(1), UndoLog.of(transactions));
    }

    @Test
    default void aTokenIsGoodForWhatItWasMadeForOnEveryNode() {
        TokenTerms terms = new TokenTerms("gäte 1", Role.CLIENT, Set.of("p,1", "p2"), Set.of("*"), HOUR);

        NewToken made = tokens().create(terms, "operator", "");

        assertThat(made.secret()).startsWith("rst_").hasSizeGreaterThan(40);
        assertThat(tokens().find(made.secret())).hasValueSatisfying(token -> {
            assertThat(token.holder())
                    .isEqualTo(new AccessToken.Holder("gäte 1", Role.CLIENT, Set.of("p,1", "p2"), Set.of("*")));
            assertThat(token.origin().by()).isEqualTo("operator");
            assertThat(token.expiresAt()).isEqualTo(clock().instant().plus(HOUR));
        });
        assertThat(tokens().find(made.secret() + "x")).isEmpty();
        assertThat(tokens().find("rst_")).isEmpty();
        assertThat(tokens().find("")).isEmpty();
    }

    @Test
    default void itIsGoodUntilItExpires() {
        NewToken made = create("a");

        clock().advance(HOUR.minusMillis(1));
        assertThat(tokens().find(made.secret())).isPresent();

        clock().advance(Duration.ofMillis(1));
        assertThat(tokens().find(made.secret())).isEmpty();
        assertThat(tokens().list()).hasSize(1);
    }

    @Test
    default void onceRevokedItIsGoodForNothing() {
        NewToken made = create("a");

        assertThat(tokens().revoke(made.token().id(), "operator", "leaked")).isTrue();

        assertThat(tokens().find(made.secret())).isEmpty();
        assertThat(tokens().list()).isEmpty();
        assertThat(tokens().revoke(made.token().id(), "operator", "")).isFalse();
    }

    @Test
    default void theSecretIsNotKept() {
        NewToken made = create("a");

        assertThat(made.toString() + tokens().list() + trail().page(null, 10))
                .doesNotContain(made.secret().substring(4));
    }

    @Test
    default void whatWasMadeAndRevokedIsOnRecord() {
        NewToken made = create("ci");
        clock().advance(HOUR);
        tokens().revoke(made.token().id(), "olga", "leaked");

        String subject = "token " + made.token().id() + " ci";
        assertThat(trail().page(null, 10).records())
                .extracting(record -> record.entry())
                .containsExactly(
                        new AuditEntry("olga", "token-revoked", subject, "leaked"),
                        new AuditEntry("operator", "token-created", subject, ""));
    }

    @Test
    default void whatIsRolledBackWasNeverMadeOrRevoked() {
        NewToken kept = create("kept");

        assertThatThrownBy(() -> transactions().required(() -> {
                    create("undone");
                    tokens().revoke(kept.token().id(), "operator", "");
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");

        assertThat(tokens().list()).containsExactly(kept.token());
        assertThat(trail().page(null, 10).records()).hasSize(1);
    }

    @Test
    default void itsLastUseIsKnownToTheMinute() {
        NewToken made = create("a");
        assertThat(tokens().list()).first().extracting(AccessToken::usedAt).isNull();
        var first = clock().instant();
        tokens().find(made.secret());

        clock().advance(Duration.ofSeconds(59));
        tokens().find(made.secret());
        assertThat(tokens().list()).first().extracting(AccessToken::usedAt).isEqualTo(first);

        clock().advance(Duration.ofSeconds(1));
        tokens().find(made.secret());
        assertThat(tokens().list())
                .first()
                .extracting(AccessToken::usedAt)
                .isEqualTo(first.plus(Duration.ofMinutes(1)));
    }

    @Test
    default void theNewestIsListedFirstAndWhatExpiredLongAgoNotAtAll() {
        create("old");
        clock().advance(HOUR.plus(Duration.ofDays(30)));
        create("young");
        tokens().sweep();
        assertThat(tokens().list()).extracting(token -> token.holder().name()).containsExactly("young", "old");

        clock().advance(Duration.ofMillis(1));
        tokens().sweep();

        assertThat(tokens().list()).extracting(token -> token.holder().name()).containsExactly("young");
    }

    @Test
    default void aReasonThatDoesNotFitIsRefusedAndNothingIsDone() {
        NewToken made = create("a");

        assertThatThrownBy(() -> tokens().revoke(made.token().id(), "operator", "x".repeat(513)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("reason ");

        assertThat(tokens().find(made.secret())).isPresent();
    }

    /** Those of a node that has just started. */
    private AccessTokens tokens() {
        return new AccessTokens(store(), trail(), transactions(), clock());
    }

    private NewToken create(String name) {
        return tokens().create(new TokenTerms(name, Role.VIEWER, Set.of(), Set.of(), HOUR), "operator", "");
    }
}
