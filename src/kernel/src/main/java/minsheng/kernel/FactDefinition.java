package minsheng.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the shared vocabulary: one name, one type, one meaning in every function.
 *
 * @param name lowerCamelCase; {@code children[].birthDate} is a field of the entries of {@code
 *     children}
 * @param declaredType the type as the vocabulary writes it
 * @param unit such as {@code yuan/month}
 * @param range the numbers allowed
 * @param question the question to a citizen, in Chinese
 * @param hint where to look the answer up, in Chinese
 * @param meaning in English
 * @param personalData {@code none}, {@code personal} or {@code sensitive-personal}
 * @param defaultValue what an absent fact is taken for, as the vocabulary writes it; null = unknown
 * @param defaultReason why
 * @param attainable what a person could do about it; null = nothing, or nothing that may be
 *     suggested
 * @param situation the sentence by which somebody says that the fact concerns them, in Chinese;
 *     null = it is asked for wherever it is needed
 */
public record FactDefinition(
    String name,
    ValueType type,
    String declaredType,
    @Nullable String unit,
    @Nullable Range range,
    String question,
    @Nullable String hint,
    String meaning,
    String personalData,
    @Nullable Object defaultValue,
    @Nullable String defaultReason,
    @Nullable Attainable attainable,
    @Nullable String situation) {

  private static final String ENTRY_MARK = "[].";

  /** The name of the field within its entry, for a field of a list; the whole name otherwise. */
  public String field() {
    int list = name.indexOf(ENTRY_MARK);
    return list < 0 ? name : name.substring(list + ENTRY_MARK.length());
  }

  /**
   * The name in the vocabulary of a fact that is named with its entry, such as {@code
   * children[1].birthDate}.
   */
  public static String nameIn(String told) {
    return told.replaceAll("\\[\\d{1,9}]", "[]");
  }

  /** The name of the list that the fact is a field of. */
  public Optional<String> list() {
    int list = name.indexOf(ENTRY_MARK);
    return list < 0 ? Optional.empty() : Optional.of(name.substring(0, list));
  }
}
