package org.restante.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The description of the API as a node serves it, and answers measured by it. */
record ApiDescription(JsonNode root) {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    /** What that node serves a viewer. */
    static ApiDescription of(ServerNode node) {
        HttpResponse<String> answer = Nodes.get(new Client(node, "guest", "guest"), "/restante/openapi.yaml");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
        try {
            return new ApiDescription(new YAMLMapper().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One operation, its path as it is below {@code /restante}. */
    record Operation(String method, String path, JsonNode node) {

        /** The path with these names. */
        String pathFor(Map<String, String> names) {
            String filled = path;
            for (Map.Entry<String, String> name : names.entrySet()) {
                filled = filled.replace("{" + name.getKey() + "}", name.getValue());
            }
            return filled;
        }

        /** The media type of the body that it takes, empty where it takes none. */
        String takes() {
            JsonNode content = node.at("/requestBody/content");
            String type = content.isMissingNode() ? "" : content.fieldNames().next();
            return type.equals("*/*") ? "text/plain" : type;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    Operation operation(String name) {
        return operations().stream()
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not described"));
    }

    /** Fails unless the answer is one that is described: its status, its media type, and what its JSON is like. */
    void check(Operation operation, HttpResponse<byte[]> answer) {
        JsonNode described = resolved(operation.node().at("/responses/" + answer.statusCode()));
        assertThat(described.isMissingNode())
                .as("%s answers %s, which is not described: %s", operation, answer.statusCode(), Client.text(answer))
                .isFalse();
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(operation.toString()).isEmpty();
            return;
        }
        String type = Client.header(answer, "Content-Type").replaceFirst(";.*", "");
        JsonNode media = content.has(type) ? content.get(type) : content.path("*/*");
        assertThat(media.isMissingNode())
                .as("%s answers %s, which is not described", operation, type)
                .isFalse();
        if (type.endsWith("json") && content.has(type)) {
            assertThat(faults(media.get("schema"), Client.json(answer)))
                    .as("%s %s: %s", operation, answer.statusCode(), Client.text(answer))
                    .isEmpty();
        }
    }

    private Set<ValidationMessage> faults(JsonNode schema, JsonNode body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.get("components"));
        JsonSchema checked = SCHEMAS.getSchema(whole);
        return checked.validate(body);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").textValue().substring(1)) : node;
    }
}
