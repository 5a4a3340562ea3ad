package minsheng.host;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import minsheng.kernel.Rule;

/**
 * What a process answers for.
 *
 * @param assessed the policies that are described and assessed one by one
 * @param screened the policies that are screened together; empty where screening is not answered
 *     for
 */
public record Functions(List<Rule> assessed, List<Rule> screened) {

  /** The name under which screening is chosen: a function beside those of the policies. */
  static final String SCREEN = "screen";

  /** Everything, of the policies that there are. */
  public static Functions of(Collection<Rule> rules) {
    List<Rule> all = List.copyOf(rules);
    return new Functions(all, all);
  }

  /**
   * Those that MINSHENG_FUNCTIONS names, separated by commas; everything, when it is not set.
   *
   * @throws ConfigurationException when it names what is not there
   */
  static Functions chosen(List<Rule> rules, Optional<String> functions) {
    if (functions.isEmpty()) {
      return of(rules);
    }
    Set<String> names =
        new TreeSet<>(Arrays.stream(functions.get().split(",")).map(String::strip).toList());
    List<Rule> screened = names.remove(SCREEN) ? rules : List.of();
    List<Rule> assessed =
        rules.stream().filter(rule -> names.contains(rule.policy().id())).toList();
    assessed.forEach(rule -> names.remove(rule.policy().id()));
    if (!names.isEmpty()) {
      throw new ConfigurationException(
          "MINSHENG_FUNCTIONS names what this process does not have: " + String.join(", ", names));
    }
    return new Functions(assessed, screened);
  }
}
