package minsheng.functions.childcaresubsidy;

import static minsheng.functions.childcaresubsidy.Parameters.*;
import static minsheng.functions.childcaresubsidy.Reasons.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedSet;
import java.util.function.Predicate;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Condition;
import minsheng.kernel.Division;
import minsheng.kernel.Fact;
import minsheng.kernel.Law;
import minsheng.kernel.Missing;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.kernel.Reason;
import minsheng.kernel.UnroundedMoney;
import minsheng.vocabulary.ParentsRegistration;
import minsheng.vocabulary.Relation;

/**
 * The decision of one child that is born. 哈卫规〔2026〕1号 第四条:
 * 国家基础补贴标准…市级提标补贴标准…其他未纳入衔接政策的子女执行国家…标准。发放至3周岁止,总计不超过36月。
 */
final class ChildDecision {

  private final Case situation;
  private final Law law;
  private final LocalDate asOf;
  private final Family family;
  private final Family.Child child;
  private final int order;
  private final Registration registration;
  private final Fact<ParentsRegistration> parents;

  /**
   * The months for which the child is paid; while facts are missing, those for which it could be.
   */
  private final PaidMonths months;

  private final Condition isPaid;

  ChildDecision(
      Case situation, Family family, Family.Child child, Fact<ParentsRegistration> parents) {
    this.situation = situation;
    this.family = family;
    this.child = child;
    this.parents = parents;
    law = situation.law();
    asOf = situation.asOf();
    order = family.countedOrder(child).orElse(0);
    registration = Registration.of(child.facts(), law);
    months = months(hasParentInHarbin());
    isPaid = isPaid();
  }

  Assessment assess() {
    Facts.Child facts = child.facts();
    boolean isOverAge = PaidMonths.thirdBirthday(child, law).isBefore(YearMonth.from(asOf));
    // Of a child that is over age and for whom no month was ever to be paid, nothing is told that
    // depends on its order.
    Condition told = isOverAge ? isKnownToHave(months.all()) : Condition.YES;
    Condition isSecondRule = Condition.of(PaidMonths.isSecondRule(asOf, law));
    Condition isTwin = Condition.of(family.isMultipleBirth(child));
    Condition isAppliedInTime =
        Condition.of(PaidMonths.isAppliedWithinWindow(child, child.birthDate(), law));
    Condition isLate = Condition.of(!PaidMonths.isApplicationInTime(child, law));
    Condition hasFirst = isKnownToHave(months.byFirstRule());
    Condition hasLost = told.and(isKnownToHave(months.lost()));
    Condition hasNational = isKnownToHave(months.national());
    Condition hasUplift = isKnownToHave(months.uplift());
    Condition isHalf = hasFirst.and(isParents(ParentsRegistration.ONE_HARBIN));

    return PolicyRule.decide(situation)
        .note(Condition.of(!facts.bornWithinPolicy() && !isOverAge))
        .because(CHILD_OUTSIDE_POLICY)
        // The order of the child
        .note(told.and(Condition.of(order == 1)))
        .because(CHILD_ORDER_BELOW_SECOND)
        .note(told.and(Condition.of(order == 2)))
        .because(SECOND_CHILD)
        .note(told.and(Condition.of(order > 2)))
        .because(THIRD_OR_LATER_CHILD)
        .note(told.and(isTwin))
        .because(MULTIPLE_BIRTH_BY_ORDER)
        .note(told.and(isTwin).and(Condition.of(order == 1)))
        .because(FIRST_OF_TWINS_IS_FIRST_CHILD)
        .note(Condition.of(facts.relation() == Relation.ADOPTED))
        .because(ADOPTED_CHILD_NOT_COUNTED)
        .note(Condition.of(facts.relation() == Relation.BORN_TO_ONE_SPOUSE))
        .because(EARLIER_UNION_CHILD_NOT_COUNTED)
        .note(told.and(Condition.of(!child.isBornToCouple())))
        .because(UPLIFT_NOT_FOR_THIS_CHILD)
        .note(Condition.of(family.isNotCountedAfterDeath(child)))
        .because(DECEASED_CHILD_NOT_COUNTED)
        // The registration of the child
        .note(told.and(registration.isOutsideHarbin(asOf)))
        .because(CHILD_WITHOUT_HARBIN_REGISTRATION)
        .note(told.and(registration.hasLeft()))
        .because(REGISTRATION_LEFT_HARBIN)
        .note(told.and(registration.hasCome()))
        .because(REGISTRATION_CAME_TO_HARBIN)
        .note(told.and(registration.hasMovedWithin()))
        .because(MOVED_WITHIN_HARBIN_AMOUNT_UNCHANGED)
        // The rule of 2023
        .note(told.and(Condition.of(!PaidMonths.isBornFromStart(child.birthDate(), law))))
        .because(BORN_BEFORE_START_DATE)
        .note(hasFirst.and(isAppliedInTime))
        .because(APPLIED_WITHIN_SIX_MONTHS)
        .note(hasFirst.and(isAppliedInTime.not()).and(isLate.not()))
        .because(TRANSITIONAL_APPLICATION_IN_TIME)
        .note(hasFirst.or(hasLost).and(isLate))
        .because(LATE_APPLICATION_FROM_APPLICATION_MONTH)
        .note(isSecondRule.and(hasLost))
        .because(MONTHS_BEFORE_2025_NOT_RESTORED)
        .note(isHalf)
        .because(HALF_BEFORE_2025_ONE_SIDED_REGISTRATION)
        .note(isHalf.and(hasNational))
        .because(FULL_FROM_2025)
        .note(hasFirst.and(isParents(ParentsRegistration.ONE_HARBIN_OTHER_SERVICEMAN)))
        .because(SERVICEMAN_SPOUSE_FULL_RATE)
        .note(hasFirst.and(isParents(ParentsRegistration.WIDOWED_OR_ORPHANED)))
        .because(WIDOWED_FULL_RATE)
        .note(
            isParents(ParentsRegistration.NONE_HARBIN)
                .and(isKnownToHave(months(true).byFirstRule())))
        .because(NO_PARENT_REGISTERED_IN_HARBIN)
        // The rule of 2026
        .note(hasUplift)
        .because(BRIDGING_COHORT)
        .note(
            told.and(isSecondRule)
                .and(
                    Condition.of(
                        order > 1 && !PaidMonths.isInBridgingCohort(child.birthDate(), law))))
        .because(OUTSIDE_BRIDGING_COHORT)
        .note(hasNational.and(hasUplift.not()))
        .because(NATIONAL_BASE_ONLY)
        .note(hasUplift.and(isLate))
        .because(SIX_MONTH_LIMIT_REMOVED_FROM_2025)
        // The beginning and the end
        .note(isPaid.and(Condition.of(hasArrears())))
        .because(ARREARS_PAYABLE)
        .note(Condition.of(months.isCapped()).and(isPaid))
        .because(THIRTY_SIX_MONTH_CAP)
        .note(Condition.of(hasDied()))
        .because(CHILD_DECEASED)
        .note(Condition.of(isOverAge || hasReachedTheCap()))
        .because(REACHED_THREE_OR_THIRTY_SIX_MONTHS)
        .require(isPaid)
        .otherwise(whyNotPaid(isOverAge))
        .grant(result());
  }

  /** What the child is paid for the month asked about, not rounded yet. */
  Fact<UnroundedMoney> monthly() {
    if (!isPaid.holds()) {
      return isPaid.asFact().map(paid -> UnroundedMoney.ZERO);
    }
    return municipal(asOf).with(national(asOf), UnroundedMoney::plus);
  }

  /**
   * Something is payable for the month asked about or later, or an application that is still to
   * come brings arrears.
   */
  private Condition isPaid() {
    boolean couldBePaid = isStillPaid() || hasArrears();
    Missing missing = missing();
    return couldBePaid && !missing.isNothing()
        ? Condition.unknown(missing)
        : Condition.of(couldBePaid);
  }

  /** What has to be known before the months are: first the registration, then the parents. */
  private Missing missing() {
    Missing missing = registration.missing();
    return missing.isNothing() && !months.byFirstRule().isEmpty() ? parents.missing() : missing;
  }

  private boolean isStillPaid() {
    return months.all().stream().anyMatch(month -> !month.isBefore(YearMonth.from(asOf)));
  }

  private boolean hasArrears() {
    return !child.facts().applicationDate().isBefore(asOf)
        && months.all().stream().anyMatch(month -> month.isBefore(YearMonth.from(asOf)));
  }

  private boolean hasReachedTheCap() {
    return months.isCapped() && !isStillPaid();
  }

  private boolean hasDied() {
    return child.death().isBy(asOf);
  }

  /**
   * The reason that is told, if no other is, why nothing is paid: the first in this order that the
   * child meets.
   */
  private Reason whyNotPaid(boolean isOverAge) {
    if (isOverAge || hasReachedTheCap()) {
      return REACHED_THREE_OR_THIRTY_SIX_MONTHS;
    }
    if (!child.facts().bornWithinPolicy()) {
      return CHILD_OUTSIDE_POLICY;
    }
    if (hasDied()) {
      return CHILD_DECEASED;
    }
    if (!PaidMonths.of(claim(month -> true, hasParentInHarbin()), law).isEmpty()) {
      return registration.hasLeft().holds()
          ? REGISTRATION_LEFT_HARBIN
          : CHILD_WITHOUT_HARBIN_REGISTRATION;
    }
    if (!PaidMonths.isBornFromStart(child.birthDate(), law)) {
      return BORN_BEFORE_START_DATE;
    }
    return switch (order) {
      case 0 -> UPLIFT_NOT_FOR_THIS_CHILD;
      case 1 -> CHILD_ORDER_BELOW_SECOND;
      default ->
          hasParentInHarbin() ? MONTHS_BEFORE_2025_NOT_RESTORED : NO_PARENT_REGISTERED_IN_HARBIN;
    };
  }

  private boolean hasParentInHarbin() {
    return !isParents(ParentsRegistration.NONE_HARBIN).holds();
  }

  private PaidMonths months(boolean hasParentInHarbin) {
    return PaidMonths.of(claim(registration::allows, hasParentInHarbin), law);
  }

  private PaidMonths.Claim claim(Predicate<YearMonth> isAllowed, boolean hasParentInHarbin) {
    return new PaidMonths.Claim(asOf, child, order, isAllowed, hasParentInHarbin);
  }

  private Condition isParents(ParentsRegistration kind) {
    return parents.test(each -> each == kind);
  }

  /** Months that are there, and not only could be. */
  private Condition isKnownToHave(Collection<YearMonth> some) {
    Missing missing = missing();
    return missing.isNothing() ? Condition.of(!some.isEmpty()) : Condition.unknown(missing);
  }

  private Result.Child result() {
    Result.Child result = new Result.Child().countedOrder(order == 0 ? null : order);
    if (!isPaid.holds()) {
      return result;
    }
    SortedSet<YearMonth> all = months.all();
    YearMonth secondRule = YearMonth.from(law.firstDayOf(NATIONAL_BASE_MONTHLY_YUAN));
    int firstRuleLater =
        (int) months.byFirstRule().stream().filter(month -> !month.isBefore(secondRule)).count();
    Fact<UnroundedMoney> before = byFirstRule(months.byFirstRule().size() - firstRuleLater);
    Fact<UnroundedMoney> nationalPart = times(NATIONAL_BASE_MONTHLY_YUAN, months.national().size());
    Fact<UnroundedMoney> municipalPart =
        times(uplift(), months.uplift().size())
            .with(byFirstRule(firstRuleLater), UnroundedMoney::plus);
    Fact<UnroundedMoney> from = nationalPart.with(municipalPart, UnroundedMoney::plus);
    return result
        .monthlyYuan(rounded(monthly()))
        .monthlyNationalYuan(rounded(national(asOf)))
        .monthlyMunicipalYuan(rounded(municipal(asOf)))
        .firstMonth(all.getFirst())
        .lastMonth(all.getLast())
        .months(all.size())
        .nationalMonths(months.national().size())
        .municipalMonths(months.municipalCount())
        .before2025Yuan(rounded(before))
        .nationalFrom2025Yuan(rounded(nationalPart))
        .upliftFrom2025Yuan(rounded(municipalPart))
        .from2025Yuan(rounded(from))
        .totalYuan(rounded(before.with(from, UnroundedMoney::plus)))
        .payerDivision(payer());
  }

  /** 由迁入地发放: the division where the child is registered on the day asked about. */
  private Fact<Division> payer() {
    return registration
        .on(asOf)
        .then(each -> each.isInHarbin() ? Fact.of(each) : Fact.notApplicable());
  }

  private Fact<UnroundedMoney> municipal(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return byFirstRule(months.byFirstRule().contains(month) ? 1 : 0)
        .with(times(uplift(), months.uplift().contains(month) ? 1 : 0), UnroundedMoney::plus);
  }

  private Fact<UnroundedMoney> national(LocalDate day) {
    return times(
        NATIONAL_BASE_MONTHLY_YUAN, months.national().contains(YearMonth.from(day)) ? 1 : 0);
  }

  private Parameter<Money> uplift() {
    return order == 2 ? UPLIFT_SECOND_YUAN : UPLIFT_THIRD_YUAN;
  }

  private Fact<UnroundedMoney> byFirstRule(int count) {
    Parameter<Money> rate = order == 2 ? SECOND_CHILD_MONTHLY_YUAN : THIRD_CHILD_MONTHLY_YUAN;
    return count == 0
        ? Fact.of(UnroundedMoney.ZERO)
        : times(rate, count).with(share(), UnroundedMoney::times);
  }

  /** 夫妻仅有一方为哈尔滨市户籍: half; all others who are paid at all are paid in full. */
  private Fact<BigDecimal> share() {
    return parents.map(
        each ->
            each == ParentsRegistration.ONE_HARBIN
                ? law.get(SINGLE_REGISTRATION_FACTOR)
                : BigDecimal.ONE);
  }

  private Fact<UnroundedMoney> times(Parameter<Money> rate, int count) {
    return count == 0
        ? Fact.of(UnroundedMoney.ZERO)
        : law.value(rate).map(amount -> UnroundedMoney.of(amount).times(count));
  }

  private static Fact<Money> rounded(Fact<UnroundedMoney> amount) {
    return amount.map(UnroundedMoney::rounded);
  }
}
