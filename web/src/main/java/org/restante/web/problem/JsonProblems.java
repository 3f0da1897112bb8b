package org.restante.web.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON that a client sent, told without quoting it: it may hold a secret. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JsonProcessingException failure) {
        String field = failure instanceof JsonMappingException mapping ? field(mapping) : "";
        String place = place(failure.getLocation());
        if (failure instanceof UnrecognizedPropertyException) {
            return Problem.invalid(field, "is not a property that is known here" + place);
        }
        if (failure instanceof InvalidFormatException format && format.getTargetType() == byte[].class) {
            return Problem.invalid(field, "must be base64" + place);
        }
        return field.isEmpty()
                ? Problem.invalid("body", "is not the JSON that is expected here" + place)
                : Problem.invalid(field, "is not what is expected here" + place);
    }

    private static String field(JsonMappingException failure) {
        return failure.getPath().stream().map(JsonProblems::step).collect(Collectors.joining("."));
    }

    private static String step(Reference step) {
        return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
