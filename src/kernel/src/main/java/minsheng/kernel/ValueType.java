package minsheng.kernel;

import java.util.List;

/** The type of a fact or of a parameter, which decides how it is read, checked and written. */
public sealed interface ValueType {

  /** The types without further detail. Each stands for one Java type. */
  enum Plain implements ValueType {
    /** {@link Boolean} */
    BOOLEAN,
    /** {@link Integer} */
    INTEGER,
    /** {@link Money}: a JSON number in yuan with at most two decimals. */
    MONEY,
    /** {@link java.math.BigDecimal} */
    NUMBER,
    /** {@link java.time.LocalDate} */
    DATE,
    /** {@link java.time.YearMonth} */
    MONTH,
    /** {@link Division} */
    DIVISION,
    /** {@link String} */
    TEXT,
    /** A list of entries, each a {@link FactSet}. */
    ENTRIES
  }

  /** One of a list of codes: a {@link Coded}. */
  record Choice(List<? extends Coded> allowed) implements ValueType {}

  /** A list of plain values: a {@link List}. */
  record ListOf(Plain element) implements ValueType {}
}
