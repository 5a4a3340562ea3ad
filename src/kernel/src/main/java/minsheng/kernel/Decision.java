package minsheng.kernel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the making, written in the order of the clause: what must hold, what is left to an
 * agency, what explains the answer, and last what is granted. No step can be written without the
 * reason, and so the clause, that it rests on:
 *
 * <pre>{@code
 * Decision.of(POLICY, situation)
 *     .require(incomeBelowStandard).because(INCOME_BELOW_STANDARD).otherwise(INCOME_NOT_BELOW_STANDARD)
 *     .note(noIncome).because(ZERO_INCOME)
 *     .grant(new Result().monthlyYuan(amount));
 * }</pre>
 */
public final class Decision {

  private final Policy policy;
  private final Case situation;
  private final Set<Reason> reasons = new LinkedHashSet<>();
  private boolean failed;
  private boolean referred;
  private Missing missing = Missing.NOTHING;

  private Decision(Policy policy, Case situation) {
    this.policy = policy;
    this.situation = situation;
    // Only shown, and so read in every case.
    policy.parameters().stream()
        .filter(parameter -> parameter.declaration().informational())
        .forEach(situation.law()::optional);
  }

  public static Decision of(Policy policy, Case situation) {
    return new Decision(policy, situation);
  }

  /**
   * A condition of the benefit. When it fails nothing is granted; while it is unknown, what it
   * lacks is asked for.
   */
  public Requirement require(Condition condition) {
    return new Requirement(condition, true);
  }

  /**
   * A condition that is told whichever way it comes out, and refuses nothing; while it is unknown,
   * what it lacks is asked for.
   */
  public Requirement determine(Condition condition) {
    return new Requirement(condition, false);
  }

  /** 不重复享受: another benefit, or another circumstance, that rules this one out. */
  public Because exclude(Condition circumstance) {
    return require(circumstance.not())::otherwise;
  }

  /** A circumstance whose case the law leaves to an agency. */
  public Because refer(Condition circumstance) {
    return reason -> {
      missing = missing.and(circumstance.missing());
      referred |= circumstance.holds();
      return note(circumstance).because(reason);
    };
  }

  /**
   * A value without which there is no answer; the reason says so while a parameter that it takes is
   * not configured.
   */
  public Because needs(Fact<?> value) {
    return reason -> {
      missing = missing.and(value.missing());
      return note(Condition.of(!value.missing().parameters().isEmpty())).because(reason);
    };
  }

  /** A circumstance that explains the answer; nothing is asked for its sake. */
  public Because note(Condition circumstance) {
    return reason -> {
      if (circumstance.holds()) {
        reasons.add(reason);
      }
      return this;
    };
  }

  /** The step that names the reason of the one before it. */
  @FunctionalInterface
  public interface Because {
    Decision because(Reason reason);
  }

  /**
   * The steps that name the reasons of a condition: one for each way that it can come out, or one
   * for its failure alone.
   */
  public final class Requirement {

    private final Condition condition;
    private final boolean isRefusing;

    private Requirement(Condition condition, boolean isRefusing) {
      this.condition = condition;
      this.isRefusing = isRefusing;
    }

    public Requirement because(Reason satisfied) {
      note(condition).because(satisfied);
      return this;
    }

    public Decision otherwise(Reason failure) {
      failed |= isRefusing && condition.fails();
      missing = missing.and(condition.missing());
      return note(condition.not()).because(failure);
    }
  }

  /**
   * Ends the decision with what is granted when nothing stands against it. A field that grants
   * something and is still unknown is asked for like a condition; one that only explains is not.
   */
  public Assessment grant(ResultFields<?> result) {
    for (ResultDefinition definition : result.definitions()) {
      if (!definition.explanatory()) {
        missing = missing.and(result.missing(definition));
      }
    }
    return assessment(outcome(), result, reasons);
  }

  /**
   * Ends the decision with the decisions of the parts of a case, such as the children of a family:
   * the whole is what the first part is in the order of the contract.
   *
   * @param result what is granted, with an entry for each part; the list of them is asked for while
   *     it is unknown
   */
  public Assessment grant(List<Assessment> parts, ResultFields<?> result) {
    for (ResultDefinition definition : result.definitions()) {
      if (definition.isList()) {
        missing = missing.and(result.missing(definition));
      }
    }
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    Outcome own = outcome();
    if (parts.isEmpty() || own != policy.positiveOutcome()) {
      outcomes.add(own);
    }
    Set<Reason> all = new LinkedHashSet<>(reasons);
    for (Assessment part : parts) {
      outcomes.add(part.outcome());
      missing = missing.and(part.missing());
      all.addAll(part.reasons());
    }
    return assessment(failed ? Outcome.NOT_ELIGIBLE : first(outcomes), result, all);
  }

  private Outcome first(Set<Outcome> outcomes) {
    return Stream.of(
            Outcome.NEEDS_FACTS,
            Outcome.NEEDS_OPERATOR_PARAMETER,
            policy.positiveOutcome(),
            Outcome.REFER_TO_AGENCY,
            Outcome.NOT_ELIGIBLE)
        .filter(outcomes::contains)
        .findFirst()
        .orElseThrow();
  }

  private Outcome outcome() {
    if (failed) {
      return Outcome.NOT_ELIGIBLE;
    }
    if (referred) {
      return Outcome.REFER_TO_AGENCY;
    }
    if (!missing.facts().isEmpty()) {
      return Outcome.NEEDS_FACTS;
    }
    return missing.parameters().isEmpty()
        ? policy.positiveOutcome()
        : Outcome.NEEDS_OPERATOR_PARAMETER;
  }

  private Assessment assessment(Outcome outcome, ResultFields<?> result, Set<Reason> given) {
    boolean undecided =
        outcome == Outcome.NEEDS_FACTS || outcome == Outcome.NEEDS_OPERATOR_PARAMETER;
    return new Assessment(
        outcome,
        told(outcome, result),
        List.copyOf(given),
        undecided ? missing : Missing.NOTHING,
        Collections.unmodifiableSet(new LinkedHashSet<>(situation.law().readings())),
        situation.law().isHypothetical());
  }

  /**
   * What may be told of a result: all of it when it is granted, else what only explains, and
   * nothing for what is refused.
   */
  private Map<String, @Nullable Object> told(Outcome outcome, ResultFields<?> result) {
    boolean granted = outcome == policy.positiveOutcome();
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    for (ResultDefinition definition : result.definitions()) {
      String name = definition.field();
      if (outcome == Outcome.NOT_ELIGIBLE && !definition.staysWithoutGrant()) {
        told.put(name, definition.nothing());
      } else if (result.isSettled(definition) && (granted || definition.staysWithoutGrant())) {
        told.put(name, result.known().get(name));
      }
    }
    return told;
  }
}
