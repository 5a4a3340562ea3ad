package minsheng.functions.familyleave;

import static minsheng.functions.familyleave.Parameters.LEAP_DAY_ANNIVERSARY;

import java.time.LocalDate;
import minsheng.kernel.Birth;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Fact;

/**
 * The children of a case who are born and have not reached an age (周岁以下, 未满).
 *
 * @param age in years (周岁)
 */
record YoungChildren(int age, Facts facts, Case situation) {

  Condition isAny() {
    return facts.children().meets(all -> Condition.any(all, this::isYoung));
  }

  Condition areSeveral() {
    return facts.children().meets(all -> Condition.several(all, this::isYoung));
  }

  /** Known when it is known of each. */
  Fact<Integer> count() {
    return facts.children().then(all -> Fact.count(all, this::isYoung));
  }

  private Condition isYoung(Facts.Child child) {
    LocalDate asOf = situation.asOf();
    return Birth.of(child.birthDate(), situation.law().get(LEAP_DAY_ANNIVERSARY))
        .test(birth -> birth.isBy(asOf) && !birth.hasReached(age, asOf));
  }
}
