package org.restante.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.restante.web.path.RequestPath;
import org.restante.web.problem.Problem;
import org.restante.web.problem.ProblemKind;
import org.restante.web.problem.ProblemWriter;

/**
 * A change below a profile that names a conversation lock ({@code ?lock=…&lockToken=…}) is done only while that lock is live.
 * There are no conversation locks yet, so none is live: such a change is refused rather than done without its condition.
 */
public class LockConditionFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isConditional(request.getMethod(), RequestPath.of(request), request.getQueryString())) {
            ProblemWriter.write(
                    response,
                    Problem.of(ProblemKind.CONFLICT, "the conversation lock is not live; nothing was changed"));
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean isConditional(String method, RequestPath path, @Nullable String query) {
        boolean belowProfile = path.isApi() && path.api(0).equals("profiles") && !path.isApiRoot();
        return belowProfile && !AccessRules.isReading(method) && query != null && namesLock(query);
    }

    private static boolean namesLock(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> parameter.split("=", 2)[0])
                .anyMatch(name -> name.equals("lock") || name.equals("lockToken"));
    }
}
