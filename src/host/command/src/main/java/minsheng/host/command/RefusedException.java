package minsheng.host.command;

/** Nothing can be begun with what was given; the message says why, and what to do. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message, null, false, false);
  }
}
