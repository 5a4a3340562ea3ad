package minsheng.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import minsheng.kernel.Assessment;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;

/**
 * Where an interview about every policy stands, and what is worth asking next. Only facts that some
 * answer still lacks are asked for, so one that can no longer change any answer never is; and facts
 * of a situation that few are in, such as the death of a child, only of who says to be in it.
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
  public record Answer(Rule rule, Assessment assessment) {

    private Stream<FactDefinition> facts() {
      return rule.policy().facts().stream().map(Policy.FactUse::definition);
    }
  }

  private final Circumstances today;
  private final Set<String> skipped;
  private final Set<String> situations;
  private final List<Answer> answers;

  /**
   * @param skipped names of facts that the citizen cannot tell; they are not asked for
   * @param situations names of facts whose situation the citizen is in; they are asked for first
   */
  public Interview(
      Collection<Rule> rules, Circumstances today, Set<String> skipped, Set<String> situations) {
    this.today = today;
    this.skipped = skipped;
    this.situations = situations;
    this.answers = rules.stream().map(rule -> new Answer(rule, today.decide(rule))).toList();
  }

  /** The answers so far. */
  public List<Answer> answers() {
    return answers;
  }

  /** Whether nothing that could still be told would change an answer. */
  public boolean isDecided(Answer answer) {
    return open(answer.assessment).isEmpty() && ofSituations(answer).findAny().isEmpty();
  }

  private Set<String> open(Assessment assessment) {
    Set<String> open = new LinkedHashSet<>(assessment.missing().facts());
    open.removeAll(skipped);
    return open;
  }

  /** The facts that an answer reads, the citizen's situation calls for, and nobody has told. */
  private Stream<String> ofSituations(Answer answer) {
    return untold(answer.facts()).filter(situations::contains);
  }

  private Stream<String> untold(Stream<FactDefinition> facts) {
    return facts
        .flatMap(fact -> today.facts().namesOf(fact).stream())
        .filter(name -> today.facts().told(name).isEmpty())
        .filter(name -> !skipped.contains(name));
  }

  /**
   * The fact that can be expected to decide the most policies, taking each answer that it can have
   * as likely as the others. Of two that decide as many, the one that more policies wait for, and
   * then the one that the vocabulary has first. Before all others those of the citizen's
   * situations.
   */
  public Optional<Question> next() {
    return waiting(answer -> ofSituations(answer).toList()).values().stream()
        .findFirst()
        .or(this::mostSettling);
  }

  private Optional<Question> mostSettling() {
    Question best = null;
    Worth worth = Worth.NONE;
    for (Question each : waiting(answer -> open(answer.assessment)).values()) {
      Worth found = worth(each);
      if (found.isMoreThan(worth)) {
        worth = found;
        best = each;
      }
    }
    return Optional.ofNullable(best);
  }

  /** What the answers wait for, by name. */
  private Map<String, Question> waiting(Lacking lacking) {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Answer answer : answers) {
      for (String name : lacking.in(answer)) {
        questions
            .computeIfAbsent(
                name, key -> new Question(key, definition(key, answer), new ArrayList<>()))
            .waiting
            .add(answer.rule.policy());
      }
    }
    return questions;
  }

  @FunctionalInterface
  private interface Lacking {
    Collection<String> in(Answer answer);
  }

  private static FactDefinition definition(String name, Answer answer) {
    String plain = FactDefinition.nameIn(name);
    return answer.facts().filter(fact -> fact.name().equals(plain)).findFirst().orElseThrow();
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

  private Worth worth(Question question) {
    List<Object> possible = PossibleAnswers.to(question.fact, today.asOf());
    long settled = 0;
    for (Object value : possible) {
      Circumstances told = today.with(question.name, value);
      for (Answer answer : answers) {
        if (question.waiting.contains(answer.rule.policy())) {
          int before = open(answer.assessment).size();
          int after = open(told.decide(answer.rule)).size();
          settled += before - after + (after == 0 ? DECIDED : 0);
        }
      }
    }
    return new Worth(settled, possible.size());
  }

  /**
   * The situations that the citizen could be in beside those that are known, and that could change
   * an answer: each as the question that it leads to.
   */
  public Collection<Question> situations() {
    return waiting(
            answer ->
                untold(answer.facts().filter(fact -> fact.situation() != null))
                    .filter(name -> !situations.contains(name))
                    .filter(changes(answer))
                    .toList())
        .values();
  }

  private Predicate<String> changes(Answer answer) {
    return name ->
        !isDecided(answer)
            || PossibleAnswers.to(definition(name, answer), today.asOf()).stream()
                .map(value -> today.with(name, value).decide(answer.rule))
                .anyMatch(other -> !isSame(other, answer.assessment));
  }

  private static boolean isSame(Assessment one, Assessment other) {
    return one.outcome() == other.outcome()
        && one.result().equals(other.result())
        && one.reasons().equals(other.reasons())
        && one.missing().equals(other.missing());
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
        ofSituations(answer).forEach(names::add);
        untold(
                answer.rule.policy().facts().stream()
                    .filter(Policy.FactUse::isAskedFor)
                    .map(Policy.FactUse::definition))
            .forEach(names::add);
      }
    }
    return names.size();
  }
}
