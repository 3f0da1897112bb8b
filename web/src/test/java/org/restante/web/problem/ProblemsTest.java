package org.restante.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.chat.InvalidSnapshotException;
import org.restante.chat.LockLostException;
import org.restante.dedup.DedupCollisionException;
import org.restante.dedup.DedupKey;
import org.restante.dedup.FingerprintMismatchException;
import org.restante.dedup.ReceiptMismatchException;
import org.restante.dedup.StaleClaimException;
import org.restante.entry.InvalidInputException;
import org.restante.entry.ProfileId;
import org.restante.retry.RetryKey;
import org.restante.retry.SourceOnly;
import org.restante.storage.StorageUnavailableException;
import org.restante.testing.Scenario;
import org.restante.web.json.Json;

@Scenario("W2")
class ProblemsTest {

    private record Body(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable List<Integer> numbers) {}

    @Test
    void refusedInputNamesItsField() {
        Problem problem = Problems.of(new InvalidInputException("limit", "must be positive"));

        JsonNode json = Json.MAPPER.valueToTree(problem);
        assertThat(json.get("status").intValue()).isEqualTo(400);
        assertThat(json.get("type").textValue()).isEqualTo("urn:restante:problem:invalid-input");
        assertThat(json.get("field").textValue()).isEqualTo("limit");
        assertThat(json.get("detail").textValue()).isEqualTo("limit must be positive");
        assertThat(json.has("members")).isFalse();
    }

    @Test
    void aStoreThatIsDownIsNoSecretButItsAddressIs() {
        Problem problem = Problems.of(new StorageUnavailableException("jdbc:secret", null));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.detail()).doesNotContain("secret");
    }

    @Test
    @Scenario("R8")
    void aCacheThatOnlyReadsFromSourcesSaysSo() {
        Problem problem =
                Problems.of(catchThrowable(() -> new SourceOnly().remove(new RetryKey(new ProfileId("p"), "m"))));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.detail()).contains("'none'", "reads from sources");
    }

    @Test
    @Scenario({"D3", "D4", "D9", "D10"})
    void whatIsWrongWithAClaimIsToldWithoutTheWholeKey() {
        DedupKey key = new DedupKey("orders", "+49123456789");
        DedupKey another = new DedupKey("orders", "+49987654321");

        Map<RuntimeException, Integer> failures = Map.of(
                new StaleClaimException(key), 409,
                new DedupCollisionException(key, another), 409,
                new ReceiptMismatchException(key), 422,
                new FingerprintMismatchException(key), 422);

        failures.forEach((failure, status) -> {
            Problem problem = Problems.of(failure);
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.detail()).contains("orders:").doesNotContain(key.key(), another.key());
        });
    }

    @Test
    @Scenario({"C8", "C12"})
    void aLostLockAndAFaultInASnapshotAreTold() {
        Problem lost = Problems.of(new LockLostException("room"));
        Problem fault = Problems.of(new InvalidSnapshotException("/locks/0/owner", "must be a text"));

        assertThat(lost.status()).isEqualTo(409);
        assertThat(fault.status()).isEqualTo(422);
        assertThat(fault.members()).containsEntry("path", "/locks/0/owner");
    }

    @Test
    void anUnknownFailureTellsItsIdOnly() {
        Problem problem = Problems.of(new IllegalStateException("secret"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("secret");
        assertThat(problem.detail()).contains(String.valueOf(problem.members().get("id")));
    }

    @Test
    void aKnownCauseCountsWhateverItIsWrappedIn() {
        assertThat(Problems.of(new IllegalStateException(new IOException(new InvalidInputException("key", "no"))))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":\"secret|text",
                "secret|body",
                "{} {\"text\":\"secret\"}|body",
                "{\"text\":\"secret\",\"text\":\"secret\"}|body",
                "[\"secret\"]|body",
                "{\"secrat\":1}|secrat",
                "{\"number\":\"secret\"}|number",
                "{\"number\":\"1\"}|number",
                "{\"number\":1.5}|number",
                "{\"text\":1}|text",
                "{\"text\":true}|text",
                "{\"numbers\":[1,\"secret\"]}|numbers.1",
            })
    void jsonThatIsNotWhatIsMeantIsRefusedWithoutQuotingIt(String json, String field) {
        Problem problem = Problems.of(failure(json));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.members()).containsEntry("field", field);
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 418, 422, 429, 500, 503})
    void everyStatusHasAProblem(int status) {
        Problem problem = Problems.ofStatus(status);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.title()).isNotEmpty();
        assertThat(problem.detail()).isNotEmpty();
    }

    private static Exception failure(String json) {
        try {
            throw new AssertionError("taken: " + Json.MAPPER.readValue(json, Body.class));
        } catch (JsonProcessingException e) {
            return e;
        }
    }
}
