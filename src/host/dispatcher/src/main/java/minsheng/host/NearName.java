package minsheng.host;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that was probably meant by one that does not exist. */
final class NearName {

  private static final int LONGEST = 100;

  private NearName() {}

  /** The nearest of the names, if one is near enough: a third of its letters may differ. */
  static Optional<String> of(String given, Collection<String> names) {
    return near(given, names).stream().findFirst();
  }

  /** The near names, the nearest first. */
  static List<String> near(String given, Collection<String> names) {
    if (given.length() > LONGEST) {
      return List.of();
    }
    return names.stream()
        .filter(name -> distance(given, name) <= Math.ceilDiv(name.length(), 3))
        .sorted(
            Comparator.comparingInt((String name) -> distance(given, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int distance(String given, String name) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(given.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }
}
