package minsheng.kernel;

/**
 * The birthday, in a common year, of a person who was born on 29 February: the one reading of every
 * policy that counts an age, each with its own parameter of this type.
 */
public enum LeapDayAnniversary implements Coded {
  FEB28("feb28", "2月28日", "28 February"),
  MAR1("mar1", "3月1日", "1 March");

  private final String code;
  private final String label;
  private final String meaning;

  LeapDayAnniversary(String code, String label, String meaning) {
    this.code = code;
    this.label = label;
    this.meaning = meaning;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String meaning() {
    return meaning;
  }
}
