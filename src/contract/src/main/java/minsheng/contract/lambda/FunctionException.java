package minsheng.contract.lambda;

/**
 * The function gave no usable answer: it reported an error, ended, or wrote what is no response.
 */
public final class FunctionException extends Exception {
  private static final long serialVersionUID = 1L;

  FunctionException(String message) {
    super(message);
  }

  FunctionException(String message, Throwable cause) {
    super(message, cause);
  }
}
