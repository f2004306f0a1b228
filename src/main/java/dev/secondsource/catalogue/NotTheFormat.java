package dev.secondsource.catalogue;

import dev.secondsource.problem.Problem;

/** Ends the reading of a file that is not of the form it should be of. Never leaves this package. */
final class NotTheFormat extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    NotTheFormat(String file, Integer line, String path, String what, String mend) {
        this(new Problem(file, line, path, what, mend));
    }

    NotTheFormat(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
