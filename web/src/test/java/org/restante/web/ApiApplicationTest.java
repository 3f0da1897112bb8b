package org.restante.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.restante.web.condition.LockConditioned;

class ApiApplicationTest {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Whatever changes something below a profile heeds the lock that a request names. */
    @Test
    void everyChangeBelowProfilesHeedsTheLockThatARequestNames() {
        List<Class<?>> changing = new ApiApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .filter(type -> type.getAnnotation(Path.class).value().startsWith("profiles"))
                        .filter(type -> Arrays.stream(type.getMethods()).anyMatch(ApiApplicationTest::changes))
                        .toList();

        assertThat(changing).hasSizeGreaterThan(10).allMatch(type -> type.isAnnotationPresent(LockConditioned.class));
    }

    /** No class takes requests below profiles unless its path says so. */
    @Test
    void everyResourceHasThePathOfItsClass() {
        assertThat(new ApiApplication().getClasses())
                .filteredOn(type ->
                        Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(Path.class)))
                .allMatch(type -> Set.of("profiles", "dedup", "rollback", "audit", "tokens")
                        .contains(type.getAnnotation(Path.class).value()));
    }

    private static boolean changes(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .anyMatch(verb -> verb != null && !READING.contains(verb.value()));
    }
}
