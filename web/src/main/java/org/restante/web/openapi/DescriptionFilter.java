package org.restante.web.openapi;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Finishes the description with what holds for many operations alike: who may be refused, what every body may be refused for, and
 * the lock that every change below a profile may name. Parameters that the hand-written part explains are taken from there. Run by
 * the build alone; not in the WAR.
 */
public final class DescriptionFilter implements OASFilter {

    private static final String API = "/api/";
    private static final String BELOW_PROFILE = "/api/profiles/{profile}";
    private static final String OPEN = "/health/live";
    private static final String IDEMPOTENCY_KEY = "#/components/parameters/Idempotency-Key";
    private static final Set<HttpMethod> CHANGES = Set.of(HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().removeSchema("PathName"); // a text, as the parameters say
        Map<String, Parameter> explained = api.getComponents().getParameters();
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    explain(operation, explained);
                    if (path.startsWith(BELOW_PROFILE) && CHANGES.contains(method)) {
                        underALock(operation);
                    }
                    once(operation);
                    refusals(path, operation);
                }));
    }

    private static void explain(Operation operation, Map<String, Parameter> explained) {
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .map(parameter -> explained.containsKey(parameter.getName()) ? ref(parameter.getName()) : parameter)
                    .toList());
        }
    }

    private static void underALock(Operation operation) {
        Stream.of("lock", "lockToken").map(DescriptionFilter::ref).forEach(operation::addParameter);
        respond(operation, 409, "Conflict");
    }

    /** What a request with an Idempotency-Key may be answered besides. */
    private static void once(Operation operation) {
        boolean keyed = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> IDEMPOTENCY_KEY.equals(parameter.getRef()));
        if (keyed) {
            respond(operation, 409, "Conflict");
            respond(operation, 422, "Mismatch");
        }
    }

    private static void refusals(String path, Operation operation) {
        if (!path.equals(OPEN)) {
            respond(operation, 401, "Unauthorized");
            respond(operation, 403, "Forbidden");
        }
        if (path.startsWith(API)) {
            respond(operation, 400, "BadRequest");
        }
        if (operation.getRequestBody() != null) {
            respond(operation, 413, "TooLarge");
            respond(operation, 415, "UnsupportedMediaType");
        }
    }

    /** What the hand-written part says of that status counts first. */
    private static void respond(Operation operation, int status, String response) {
        String code = String.valueOf(status);
        if (!operation.getResponses().hasAPIResponse(code)) {
            operation
                    .getResponses()
                    .addAPIResponse(code, OASFactory.createAPIResponse().ref(response));
        }
    }

    private static Parameter ref(String name) {
        return OASFactory.createParameter().ref(name);
    }
}
