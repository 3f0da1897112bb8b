package org.restante.web.problem;

/** A request cannot be done; the problem is the answer. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public ProblemException(ProblemKind kind, String detail) {
        this(Problem.of(kind, detail));
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }
}
