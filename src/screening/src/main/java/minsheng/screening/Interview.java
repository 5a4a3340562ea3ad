package minsheng.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import minsheng.kernel.Assessment;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;

/**
 * Where an interview about every policy stands, and what is worth asking next. Only facts that some
 * answer still lacks are asked for, so one that can no longer change any answer never is.
 */
public final class Interview {

  /** A policy that is decided is worth this many facts that need not be asked any more. */
  private static final int DECIDED = 2;

  /**
   * A question worth asking.
   *
   * @param name of the fact, such as {@code children[1].birthDate}
   * @param waiting the policies that lack it
   */
  public record Question(String name, FactDefinition fact, List<Policy> waiting) {}

  /** What one policy answers so far. */
  public record Answer(Rule rule, Assessment assessment) {}

  private final Circumstances today;
  private final Set<String> skipped;
  private final List<Answer> answers;

  /**
   * @param skipped names of facts that the citizen cannot tell; they are not asked for
   */
  public Interview(Collection<Rule> rules, Circumstances today, Set<String> skipped) {
    this.today = today;
    this.skipped = skipped;
    this.answers = rules.stream().map(rule -> new Answer(rule, today.decide(rule))).toList();
  }

  /** The answers so far. */
  public List<Answer> answers() {
    return answers;
  }

  /** Whether nothing that could still be told would change an answer. */
  public boolean isDecided(Answer answer) {
    return open(answer.assessment).isEmpty();
  }

  private Set<String> open(Assessment assessment) {
    Set<String> open = new LinkedHashSet<>(assessment.missing().facts());
    open.removeAll(skipped);
    return open;
  }

  /**
   * The fact that can be expected to decide the most policies, taking each answer that it can have
   * as likely as the others. Of two that decide as many, the one that more policies wait for, and
   * then the one that the vocabulary has first.
   */
  public Optional<Question> next() {
    Map<String, List<Answer>> waiting = new LinkedHashMap<>();
    for (Answer answer : answers) {
      for (String name : open(answer.assessment)) {
        waiting.computeIfAbsent(name, key -> new ArrayList<>()).add(answer);
      }
    }
    Question best = null;
    Worth worth = Worth.NONE;
    for (Map.Entry<String, List<Answer>> each : waiting.entrySet()) {
      FactDefinition fact = definition(each.getKey(), each.getValue().getFirst().rule);
      Worth found = worth(each.getKey(), fact, each.getValue());
      if (found.isMoreThan(worth)) {
        worth = found;
        best =
            new Question(
                each.getKey(),
                fact,
                each.getValue().stream().map(answer -> answer.rule.policy()).toList());
      }
    }
    return Optional.ofNullable(best);
  }

  private static FactDefinition definition(String name, Rule rule) {
    String plain = FactDefinition.nameIn(name);
    return rule.policy().facts().stream()
        .map(Policy.FactUse::definition)
        .filter(fact -> fact.name().equals(plain))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What a question is worth.
   *
   * @param settled facts that need not be asked any more, over all its answers
   * @param answers how many answers it was tried with
   */
  private record Worth(long settled, int answers) {

    static final Worth NONE = new Worth(Long.MIN_VALUE / 1_000_000, 1);

    boolean isMoreThan(Worth other) {
      return settled * other.answers > other.settled * answers;
    }
  }

  private Worth worth(String name, FactDefinition fact, List<Answer> waiting) {
    List<Object> possible = PossibleAnswers.to(fact, today.asOf());
    long settled = 0;
    for (Object value : possible) {
      Circumstances told = today.with(name, value);
      for (Answer answer : waiting) {
        int before = open(answer.assessment).size();
        int after = open(told.decide(answer.rule)).size();
        settled += before - after + (after == 0 ? DECIDED : 0);
      }
    }
    return new Worth(settled, possible.size());
  }

  /**
   * How many questions there can be at most, this one included, if no list gets more entries: every
   * fact that is not told, of every policy that is not decided.
   */
  public int atMost() {
    Set<String> names = new LinkedHashSet<>();
    for (Answer answer : answers) {
      if (!isDecided(answer)) {
        names.addAll(open(answer.assessment));
        answer.rule.policy().facts().stream()
            .filter(Policy.FactUse::isAskedFor)
            .flatMap(use -> today.facts().namesOf(use.definition()).stream())
            .filter(name -> today.facts().told(name).isEmpty())
            .filter(name -> !skipped.contains(name))
            .forEach(names::add);
      }
    }
    return names.size();
  }
}
