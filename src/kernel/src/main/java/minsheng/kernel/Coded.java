package minsheng.kernel;

/** A value that the contract writes as a kebab-case code, such as {@code both-harbin}. */
public interface Coded {

  /** The code as it stands in requests and answers. */
  String code();

  /**
   * What the code means, in the words of the contract: Chinese for a fact, English for a parameter.
   */
  String label();
}
