package minsheng.kernel;

import org.jspecify.annotations.Nullable;

/** A value that the contract writes as a kebab-case code, such as {@code both-harbin}. */
public interface Coded {

  /** The code as it stands in requests and answers. */
  String code();

  /** What the code means, in Chinese where the contract has it. */
  String label();

  /** The same in English, for a value of a parameter. */
  default @Nullable String meaning() {
    return null;
  }
}
