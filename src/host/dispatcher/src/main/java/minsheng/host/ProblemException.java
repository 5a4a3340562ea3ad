package minsheng.host;

/**
 * Ends the reading of a request that has no answer. It has no stack trace and no message: the
 * problem tells all.
 */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(null, null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
