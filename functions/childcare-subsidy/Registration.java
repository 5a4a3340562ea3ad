package minsheng.functions.childcaresubsidy;

import static minsheng.functions.childcaresubsidy.Parameters.MOVE_STOP_RULE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import minsheng.functions.childcaresubsidy.Parameters.MoveStopRule;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Missing;

/** The household registration of a child, before and after a move if there was one. */
record Registration(
    Fact<Division> before, Fact<Division> after, Optional<LocalDate> movedOn, MoveStopRule rule) {

  static Registration of(Facts.Child child, Law law) {
    Fact<Division> after = child.registrationDivision();
    Optional<LocalDate> movedOn = child.registrationMovedOn();
    Fact<Division> before = movedOn.isPresent() ? child.previousRegistrationDivision() : after;
    return new Registration(before, after, movedOn, law.get(MOVE_STOP_RULE));
  }

  /** 婴幼儿应具有哈尔滨市户籍: whether the month can be paid, as far as the registration is known. */
  boolean allows(YearMonth month) {
    return !isInHarbin(
            movedOn.map(day -> month.isBefore(firstMonthAfter(day))).orElse(false) ? before : after)
        .fails();
  }

  /** 自户籍迁出本地的次月起,停止发放; 自其迁出原户籍地的次月起,启动补贴计发工作. */
  private YearMonth firstMonthAfter(LocalDate move) {
    return switch (rule) {
      case MONTH_AFTER_MOVE -> YearMonth.from(move).plusMonths(1);
      case MONTH_OF_MOVE -> YearMonth.from(move);
    };
  }

  Missing missing() {
    return after.missing().and(before.missing());
  }

  Fact<Division> on(LocalDate day) {
    return movedOn.map(day::isBefore).orElse(false) ? before : after;
  }

  Condition isOutsideHarbin(LocalDate day) {
    return isInHarbin(on(day)).not();
  }

  Condition hasLeft() {
    return isInHarbin(before).and(isInHarbin(after).not());
  }

  Condition hasCome() {
    return isInHarbin(after).and(isInHarbin(before).not());
  }

  Condition hasMovedWithin() {
    return Condition.of(movedOn.isPresent()).and(isInHarbin(before)).and(isInHarbin(after));
  }

  private static Condition isInHarbin(Fact<Division> division) {
    return division.test(Division::isInHarbin);
  }
}
