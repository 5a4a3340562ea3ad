package minsheng.functions.childcaresubsidy;

import static minsheng.functions.childcaresubsidy.Parameters.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import minsheng.kernel.Law;
import minsheng.kernel.Months;

/**
 * The months for which one child is paid: by the rule of 2023, and by the rule of 2026, which began
 * with the national base and split the amount into that base and the municipal uplift.
 *
 * @param byFirstRule paid in full by the municipality
 * @param national with the national base
 * @param uplift with the municipal uplift
 * @param lost months of the first rule that a late application does not bring back
 * @param isCapped true when the cap has cut months off
 */
record PaidMonths(
    List<YearMonth> byFirstRule,
    List<YearMonth> national,
    List<YearMonth> uplift,
    List<YearMonth> lost,
    boolean isCapped) {

  /** What decides the months of a child, when everything about it is known. */
  record Claim(
      LocalDate asOf,
      Family.Child child,
      int countedOrder,
      Predicate<YearMonth> isAllowed,
      boolean hasParentInHarbin) {}

  static PaidMonths of(Claim claim, Law law) {
    YearMonth secondRule = YearMonth.from(law.firstDayOf(NATIONAL_BASE_MONTHLY_YUAN));
    boolean isSecondRule = isSecondRule(claim.asOf, law);
    List<YearMonth> natural =
        claim.child.facts().bornWithinPolicy()
            ? naturalMonths(claim.child, law).filter(claim.isAllowed).toList()
            : List.of();

    List<YearMonth> first =
        isUnderFirstRule(claim, law)
            ? natural.stream().filter(month -> !isSecondRule || month.isBefore(secondRule)).toList()
            : List.of();
    YearMonth start =
        isApplicationInTime(claim.child, law)
            ? YearMonth.from(claim.child.birthDate())
            : application(claim.child);
    List<YearMonth> inTime =
        claim.hasParentInHarbin
            ? first.stream().filter(month -> !month.isBefore(start)).toList()
            : List.of();
    List<YearMonth> second =
        isSecondRule
            ? natural.stream().filter(month -> !month.isBefore(secondRule)).toList()
            : List.of();

    List<YearMonth> payable = Stream.concat(inTime.stream(), second.stream()).toList();
    List<YearMonth> paid = capped(payable, secondRule, law);
    List<YearMonth> paidSecond = second.stream().filter(paid::contains).toList();
    return new PaidMonths(
        inTime.stream().filter(paid::contains).toList(),
        hasNationalPartBeyondCap(claim, secondRule, law)
            ? untilThirdBirthday(claim, secondRule, law)
            : paidSecond,
        hasUplift(claim, law) ? paidSecond : List.of(),
        first.stream().filter(month -> month.isBefore(start)).toList(),
        paid.size() < payable.size());
  }

  /**
   * 自2025年1月1日起: months, not applications, are split between the two rules; before that day only
   * the first is known.
   */
  static boolean isSecondRule(LocalDate asOf, Law law) {
    return !asOf.isBefore(law.firstDayOf(NATIONAL_BASE_MONTHLY_YUAN));
  }

  /** 出生时间在起始日期后的二孩及以上. */
  private static boolean isUnderFirstRule(Claim claim, Law law) {
    return claim.countedOrder >= 2 && isBornFromStart(claim.child.birthDate(), law);
  }

  static boolean isBornFromStart(LocalDate birthDate, Law law) {
    LocalDate start = law.get(BIRTH_START);
    return law.get(BIRTH_START_INCLUSIVE) ? !birthDate.isBefore(start) : birthDate.isAfter(start);
  }

  /** 国家基础补贴之外的市级提标: second and later children of the couple in the bridging cohort. */
  private static boolean hasUplift(Claim claim, Law law) {
    return claim.countedOrder >= 2 && isInBridgingCohort(claim.child.birthDate(), law);
  }

  static boolean isInBridgingCohort(LocalDate birthDate, Law law) {
    return !birthDate.isAfter(law.get(BRIDGING_BIRTH_CUTOFF));
  }

  /** 直至子女3周岁: the months of the child, whatever they are paid by. */
  private static Stream<YearMonth> naturalMonths(Family.Child child, Law law) {
    YearMonth birth = YearMonth.from(child.birthDate());
    YearMonth third = thirdBirthday(child, law);
    return switch (law.get(MONTH_RULE)) {
      case A -> lifetime(child, birth, third.minusMonths(1));
      case B -> lifetime(child, birth.plusMonths(1), third);
      case C -> lifetime(child, birth, third);
    };
  }

  static YearMonth thirdBirthday(Family.Child child, Law law) {
    return YearMonth.from(child.birthDate()).plusYears(law.get(UNTIL_AGE));
  }

  private static Stream<YearMonth> lifetime(Family.Child child, YearMonth first, YearMonth last) {
    YearMonth end =
        child.facts().deathDate().map(YearMonth::from).filter(last::isAfter).orElse(last);
    return new Months(first, end).stream();
  }

  /** Within six months of the birth, or of the rule's first day for a child born before it. */
  static boolean isApplicationInTime(Family.Child child, Law law) {
    return isAppliedWithinWindow(child, child.birthDate(), law)
        || (child.birthDate().isBefore(law.get(FIRST_RULE_DATE))
            && isAppliedWithinWindow(child, law.get(FIRST_RULE_DATE), law));
  }

  static boolean isAppliedWithinWindow(Family.Child child, LocalDate from, Law law) {
    return !child
        .facts()
        .applicationDate()
        .isAfter(from.plusMonths(law.get(APPLICATION_WINDOW_MONTHS)));
  }

  private static YearMonth application(Family.Child child) {
    return YearMonth.from(child.facts().applicationDate());
  }

  /** 总计不超过36月. */
  private static List<YearMonth> capped(List<YearMonth> payable, YearMonth secondRule, Law law) {
    boolean countsEarlier = law.get(CAP_COUNTS_MONTHS_BEFORE2025);
    int left = law.get(MAX_MONTHS);
    List<YearMonth> paid = new ArrayList<>();
    for (YearMonth month : payable) {
      boolean counts = countsEarlier || !month.isBefore(secondRule);
      if (!counts || left > 0) {
        paid.add(month);
        left -= counts ? 1 : 0;
      }
    }
    return paid;
  }

  private static boolean hasNationalPartBeyondCap(Claim claim, YearMonth secondRule, Law law) {
    return law.get(NATIONAL_PART_MONTH_RULE) == NationalPartMonthRule.INCLUSIVE_THIRD_BIRTHDAY_MONTH
        && isSecondRule(claim.asOf, law)
        && claim.child.facts().bornWithinPolicy()
        && YearMonth.from(claim.child.birthDate()).isBefore(secondRule);
  }

  private static List<YearMonth> untilThirdBirthday(Claim claim, YearMonth secondRule, Law law) {
    return lifetime(claim.child, secondRule, thirdBirthday(claim.child, law))
        .filter(claim.isAllowed)
        .toList();
  }

  /** Every paid month once, in order of time. */
  SortedSet<YearMonth> all() {
    SortedSet<YearMonth> all = new TreeSet<>(byFirstRule);
    all.addAll(national);
    all.addAll(uplift);
    return all;
  }

  /** Months with a municipal part. */
  int municipalCount() {
    return byFirstRule.size() + uplift.size();
  }

  boolean isEmpty() {
    return byFirstRule.isEmpty() && national.isEmpty();
  }
}
