package org.restante.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The description that the build has made. */
record Description(JsonNode root) {

    /** As it is packaged. */
    static Description read() throws IOException {
        try (InputStream in = OpenApiServlet.class.getResourceAsStream("openapi.yaml")) {
            return new Description(new YAMLMapper().readTree(in));
        }
    }

    /**
     * One operation.
     *
     * @param name its method and path
     */
    record Described(String name, JsonNode node) {

        Set<String> statuses() {
            Set<String> statuses = new TreeSet<>();
            node.get("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        /** The names of its parameters. */
        Set<String> parameters() {
            Set<String> names = new TreeSet<>();
            node.path("parameters").forEach(parameter -> {
                String ref = parameter.path("$ref").asText();
                names.add(ref.substring(ref.lastIndexOf('/') + 1));
            });
            return names;
        }
    }

    List<Described> operations() {
        List<Described> operations = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Described(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue()))));
        return operations;
    }

    /** All that is referred to. */
    void references(Consumer<String> told) {
        root.findValuesAsText("$ref").forEach(told);
    }
}
