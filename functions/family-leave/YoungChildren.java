package minsheng.functions.familyleave;

import static minsheng.functions.familyleave.Parameters.LEAP_DAY_ANNIVERSARY;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;

/**
 * The children who are born and have not reached an age (周岁以下, 未满).
 *
 * @param isUnder of each child of the case whether it is one of them
 */
record YoungChildren(Fact<List<Condition>> isUnder) {

  static YoungChildren under(int age, Facts facts, Case situation) {
    return new YoungChildren(
        facts
            .children()
            .map(
                children ->
                    children.stream().map(child -> isUnder(age, child, situation)).toList()));
  }

  private static Condition isUnder(int age, Facts.Child child, Case situation) {
    LocalDate asOf = situation.asOf();
    return Birth.of(child.birthDate(), situation.law().get(LEAP_DAY_ANNIVERSARY))
        .test(birth -> birth.isBy(asOf) && !birth.hasReached(age, asOf));
  }

  Condition isAny() {
    return isUnder.meets(Condition::any);
  }

  /** Two who are known are several, whoever the others are. */
  Condition areSeveral() {
    return isUnder
        .test(each -> each.stream().filter(Condition::holds).count() > 1)
        .or(count().test(count -> count > 1));
  }

  /** Known when it is known of each. */
  Fact<Integer> count() {
    return isUnder
        .then(each -> Fact.all(each, Condition::asFact))
        .map(known -> Collections.frequency(known, true));
  }
}
