package org.restante.web.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.dedup.Claim;
import org.restante.dedup.ClaimTerms;
import org.restante.dedup.ClaimToken;
import org.restante.dedup.Decision;
import org.restante.dedup.DedupKey;
import org.restante.dedup.Receipt;
import org.restante.entry.InvalidInputException;
import org.restante.web.json.Json;
import org.restante.web.problem.ProblemException;

class DedupBodiesTest {

    private static final Instant SINCE = Instant.parse("2026-05-04T03:02:01Z");

    @Test
    void nothingSaidIsTheNamespacesOwn() {
        assertThat(ClaimRequest.EMPTY.terms()).isEqualTo(ClaimTerms.defaults());
    }

    @Test
    void aLeaseMayHaveFractionsOfASecond() {
        assertThat(new ClaimRequest("f", "PT0.5S").terms()).isEqualTo(new ClaimTerms("f", Duration.ofMillis(500)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1m", "60", "PT0S", "-PT1S", "PT-9223372036854775808S", "PT24H0.001S", "P1M"})
    void aLeaseThatCannotBeIsNamed(String lease) {
        assertThatThrownBy(() -> new ClaimRequest(null, lease).terms())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("lease ");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void aTokenMustBeThere(@Nullable String token) {
        assertThatThrownBy(() -> new HolderRequest(token).claimToken())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("token ");
    }

    @Test
    void aTokenIsTakenAsItIsUpTo512Characters() {
        assertThat(new HolderRequest("t".repeat(512)).claimToken()).isEqualTo(new ClaimToken("t".repeat(512)));
        assertThatThrownBy(() -> new HolderRequest("t".repeat(513)).claimToken())
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\ud83d", "é", " "})
    void aTextThatNoTokenIsStandsForOneThatWasNeverGiven(String text) {
        ClaimToken token = new CompletionRequest(text, null).claimToken();

        assertThat(token).isNotEqualTo(new CompletionRequest(text, null).claimToken());
    }

    @Test
    void aReceiptMayBeEmptyButMustBeThere() {
        assertThat(new CompletionRequest("t", new byte[0]).kept()).isEqualTo(Receipt.none());
        assertThatThrownBy(() -> new CompletionRequest("t", null).kept())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("receipt ");
    }

    @Test
    void aReceiptOverItsLimitIsTooLarge() {
        assertThat(new CompletionRequest("t", new byte[65_536]).kept().bytes()).hasSize(65_536);
        assertThatThrownBy(() -> new CompletionRequest("t", new byte[65_537]).kept())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
    }

    @Test
    void answersAreWrittenAsTheContractHasThem() {
        DedupKey key = new DedupKey("n", "k");
        Claim claim = new Claim(key, new ClaimToken("t"), 2, SINCE, SINCE.plusSeconds(60), Duration.ofMinutes(1));
        Decision.InFlight inFlight = new Decision.InFlight(SINCE, SINCE.plusMillis(60_500), 1);
        Decision.Completed completed = new Decision.Completed(SINCE, Receipt.of(new byte[] {1, 2, 3}));

        assertThat(json(ClaimedAnswer.of(claim)))
                .isEqualTo("{'state':'claimed','token':'t','attempt':2,'leaseUntil':'2026-05-04T03:03:01Z'}");
        assertThat(json(DuplicateAnswer.of(completed))).isEqualTo("{'state':'completed','receipt':'AQID'}");
        assertThat(json(new ClaimList.Item("k", ClaimView.InFlight.of(inFlight, "n:h"))))
                .isEqualTo("{'key':'k','state':'in-flight','since':'2026-05-04T03:02:01Z',"
                        + "'leaseUntil':'2026-05-04T03:03:01.500Z','attempt':1,'streamKey':'n:h'}");
        assertThat(json(ClaimView.of(completed, "n:h")))
                .isEqualTo("{'state':'completed','since':'2026-05-04T03:02:01Z','receipt':'AQID','streamKey':'n:h'}");
    }

    private static String json(Object value) {
        return Json.MAPPER.valueToTree(value).toString().replace('"', '\'');
    }
}
