package minsheng.kernel;

/** On what a value stands; a citizen and an officer must be able to see it. */
public enum Evidence {
  /** Stated in one of the source documents of the city. */
  SEED,
  /** Stated on a public page that was read. */
  PUBLIC,
  /** A national instrument that is known but was not read. */
  KNOWN,
  /** Arithmetic or interpretation, never an official figure. */
  DERIVED,
  /** Set by the agency that operates the function. */
  OPERATOR,
  /** Supposed by the caller, for one answer. */
  HYPOTHETICAL
}
