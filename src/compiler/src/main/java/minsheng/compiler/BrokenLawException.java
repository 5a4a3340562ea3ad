package minsheng.compiler;

import java.util.List;

/** Faults in the law's data, each with its file and entry. All of them, not the first. */
public final class BrokenLawException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BrokenLawException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
