package minsheng.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import minsheng.kernel.Rule;

/**
 * The rules of all policies, for tests that ask them directly. A rule's class has the name of its
 * policy's folder.
 */
public final class Rules {

  private Rules() {}

  public static List<Rule> all() {
    return Example.policies().stream().map(Rules::of).toList();
  }

  /** The rule of a policy, by its id. */
  public static Rule of(String id) {
    String name =
        Arrays.stream(id.split("-")).map(Rules::capitalised).collect(Collectors.joining());
    try {
      Class<?> rule = Class.forName("minsheng.functions." + id.replace("-", "") + "." + name);
      return (Rule) rule.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("functions/" + id + " has no rule " + name, e);
    }
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
