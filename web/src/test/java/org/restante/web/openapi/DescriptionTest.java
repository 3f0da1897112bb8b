package org.restante.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;
import org.restante.web.openapi.Description.Described;

/** The description says what the contract says and what the resources do. */
@Scenario("W1")
class DescriptionTest {

    /** What operations may be refused with for reasons that are not their own. */
    private static final Set<String> REFUSALS = Set.of("400", "401", "403", "413", "415", "503");

    /** The servlets that are for people. */
    private static final Set<String> PAGES = Set.of("", "/login", "/logout");

    private final Description description = Description.read();

    DescriptionTest() throws IOException {}

    @Test
    void itHasTheOperationsOfTheContractWithTheirAnswersAndNoOthers() throws IOException {
        Map<String, Set<String>> contract = contract();
        Map<String, Set<String>> described = new TreeMap<>();
        for (Described operation : description.operations()) {
            Set<String> statuses = operation.statuses();
            Set<String> own = contract.getOrDefault(operation.name(), Set.of());
            statuses.removeIf(status -> !own.contains(status) && mayBeRefusedWith(operation, status));
            described.put(operation.name(), statuses);
        }

        assertThat(described).isEqualTo(contract);
    }

    @Test
    void itHasTheOperationsOfTheResourcesWithTheirParametersAndNoOthers() {
        Map<String, Set<String>> described = new TreeMap<>();
        description.operations().stream()
                .filter(operation -> operation.name().contains(" /api/"))
                .forEach(operation -> described.put(operation.name(), withoutConditions(operation.parameters())));

        assertThat(described).isEqualTo(Resources.operations());
    }

    @Test
    void besidesTheApiItHasTheServletsAndNoOthers() {
        List<String> paths = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.restante.web").stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .flatMap(type -> Stream.of(
                                type.getAnnotationOfType(WebServlet.class).urlPatterns()))
                        .filter(path -> !PAGES.contains(path))
                        .map(path -> "GET " + path)
                        .toList();

        assertThat(description.operations().stream().map(Described::name).filter(name -> !name.contains(" /api/")))
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void eachOperationIsToldInWordsUnderANameOfItsOwn() {
        Set<String> names = new TreeSet<>();
        for (Described operation : description.operations()) {
            assertThat(operation.node().path("summary").asText())
                    .as(operation.name())
                    .isNotEmpty();
            assertThat(operation.node().path("tags")).as(operation.name()).hasSize(1);
            assertThat(names.add(operation.node().path("operationId").asText()))
                    .as(operation.name())
                    .isTrue();
            assertThat(operation.statuses()).as(operation.name()).anyMatch(status -> status.startsWith("2"));
        }
    }

    @Test
    void whateverChangesTellsItsBodyAndEveryErrorIsAProblem() {
        for (Described operation : description.operations()) {
            operation.node().get("responses").properties().forEach(response -> {
                JsonNode told = resolved(response.getValue());
                assertThat(told.path("description").asText())
                        .as(operation.name())
                        .isNotEmpty();
                if (response.getKey().compareTo("400") >= 0 && !operation.name().contains("/health/")) {
                    assertThat(told.at("/content").has("application/problem+json"))
                            .as(operation.name() + " " + response.getKey())
                            .isTrue();
                }
            });
        }
    }

    @Test
    void whatIsReferredToIsThere() {
        Set<String> references = new TreeSet<>();
        description.references(references::add);

        assertThat(references)
                .hasSizeGreaterThan(40)
                .allMatch(reference ->
                        !description.root().at(reference.substring(1)).isMissingNode());
    }

    @Test
    @Scenario("W3")
    void credentialsAreNeededForAllButLiveness() {
        assertThat(description
                        .root()
                        .at("/components/securitySchemes/basic/scheme")
                        .asText())
                .isEqualTo("basic");
        assertThat(description
                        .root()
                        .at("/components/securitySchemes/bearer/scheme")
                        .asText())
                .isEqualTo("bearer");
        assertThat(description.root().get("security")).hasSize(2);
        assertThat(description.operations().stream()
                        .filter(operation -> operation.node().has("security"))
                        .map(Described::name))
                .containsExactly("GET /health/live");
    }

    private static boolean mayBeRefusedWith(Described operation, String status) {
        boolean keyed = operation.parameters().contains("Idempotency-Key");
        boolean conditioned = operation.parameters().contains("lock");
        return REFUSALS.contains(status)
                || (status.equals("409") && (keyed || conditioned))
                || (status.equals("422") && keyed);
    }

    /** If-Match and If-None-Match are read from the request. */
    private static Set<String> withoutConditions(Set<String> parameters) {
        parameters.removeIf(name -> name.startsWith("If-"));
        return parameters;
    }

    private JsonNode resolved(JsonNode response) {
        return response.has("$ref")
                ? description.root().at(response.get("$ref").textValue().substring(1))
                : response;
    }

    private static Map<String, Set<String>> contract() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DescriptionTest.class.getResourceAsStream("operations.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +", 3))
                    .collect(Collectors.toMap(
                            row -> row[0] + " " + row[1],
                            row -> new TreeSet<>(Set.of(row[2].split(" "))),
                            (a, b) -> {
                                throw new IllegalStateException(a + " is there twice");
                            },
                            TreeMap::new));
        }
    }
}
