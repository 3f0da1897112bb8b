package org.restante.web.openapi;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.restante.web.ApiApplication;
import org.restante.web.condition.LockConditioned;
import org.restante.web.idempotency.Idempotent;

/** What the resources themselves take. */
final class Resources {

    private Resources() {}

    /** The names of the parameters of each operation, by its method and path. */
    static Map<String, Set<String>> operations() {
        Map<String, Set<String>> operations = new TreeMap<>();
        for (Class<?> type : new ApiApplication().getClasses()) {
            if (type.isAnnotationPresent(Path.class)) {
                Arrays.stream(type.getMethods())
                        .filter(method -> verb(method) != null)
                        .forEach(method ->
                                operations.put(verb(method) + " " + path(type, method), parameters(type, method)));
            }
        }
        return operations;
    }

    private static @Nullable String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static String path(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        return "/" + ApiApplication.class.getAnnotation(ApplicationPath.class).value() + "/"
                + type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    }

    private static Set<String> parameters(Class<?> type, Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(parameter.getType()).forEach(field -> add(names, field));
            } else {
                add(names, parameter);
            }
        }
        if (method.isAnnotationPresent(Idempotent.class)) {
            names.add("Idempotency-Key");
        }
        boolean below = path(type, method).contains("{profile}");
        if (below && type.isAnnotationPresent(LockConditioned.class) && !"GET".equals(verb(method))) {
            names.add("lock");
            names.add("lockToken");
        }
        return names;
    }

    private static void add(Set<String> names, AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation instanceof PathParam parameter) {
                names.add(parameter.value());
            } else if (annotation instanceof QueryParam parameter) {
                names.add(parameter.value());
            }
        }
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()));
    }
}
