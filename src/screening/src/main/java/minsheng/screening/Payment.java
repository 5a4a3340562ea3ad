package minsheng.screening;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minsheng.kernel.Assessment;
import minsheng.kernel.Money;
import minsheng.kernel.ResultDefinition;
import minsheng.kernel.Rule;
import minsheng.screening.Headline.Per;
import org.jspecify.annotations.Nullable;

/**
 * Months in a row in which the same is paid.
 *
 * @param entry whom it is paid for, such as {@code children[1]}; null = the household
 * @param per what the amount is paid for; with YEAR and ONCE the months are not told
 * @param from null where the law does not say in which month it is paid
 * @param to null while no last month is in sight
 */
public record Payment(
    @Nullable String entry,
    Per per,
    @Nullable YearMonth from,
    @Nullable YearMonth to,
    Money amount) {

  /** How many months ahead payments are told: the longest term of a benefit paid by the month. */
  static final int MONTHS = 36;

  /**
   * What is paid from this month on, if what is due today is applied for today.
   *
   * @param answer that is due today
   */
  static List<Payment> of(Rule rule, Circumstances today, Assessment answer) {
    Circumstances applied = today.settledFor(rule.policy());
    List<Payment> payments = new ArrayList<>();
    Map<@Nullable String, Money> now = amounts(rule, answer, Per.MONTH);
    if (!now.isEmpty()) {
      addByMonth(rule, applied, payments);
    }
    amounts(rule, answer, Per.YEAR)
        .forEach((entry, amount) -> payments.add(new Payment(entry, Per.YEAR, null, null, amount)));
    if (payments.isEmpty()) {
      amounts(rule, answer, Per.ONCE)
          .forEach(
              (entry, amount) -> payments.add(new Payment(entry, Per.ONCE, null, null, amount)));
    }
    return payments;
  }

  private static void addByMonth(Rule rule, Circumstances applied, List<Payment> payments) {
    Map<@Nullable String, Payment> running = new LinkedHashMap<>();
    YearMonth first = YearMonth.from(applied.asOf());
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = first.plusMonths(i);
      LocalDate day = i == 0 ? applied.asOf() : month.atDay(1);
      Map<@Nullable String, Money> paid = amounts(rule, applied.on(day).decide(rule), Per.MONTH);
      running
          .entrySet()
          .removeIf(
              each -> {
                boolean isOver = !each.getValue().amount.equals(paid.get(each.getKey()));
                if (isOver) {
                  payments.add(each.getValue().to(month.minusMonths(1)));
                }
                return isOver;
              });
      paid.forEach(
          (entry, amount) ->
              running.putIfAbsent(entry, new Payment(entry, Per.MONTH, month, null, amount)));
    }
    payments.addAll(running.values());
  }

  private Payment to(YearMonth last) {
    return new Payment(entry, per, from, last, amount);
  }

  /** What an answer grants: entry by entry where it does, else as a whole. */
  private static Map<@Nullable String, Money> amounts(Rule rule, Assessment answer, Per per) {
    Map<@Nullable String, Money> amounts = new LinkedHashMap<>();
    if (Standing.of(rule.policy(), answer) != Standing.DUE) {
      return amounts;
    }
    for (ResultDefinition field : rule.policy().result()) {
      if (field.role() == ResultDefinition.Role.HEADLINE
          && Headline.per(field).filter(per::equals).isPresent()) {
        if (field.isOfEntry()) {
          amounts.remove(null);
          Entries.of(rule.policy(), answer)
              .forEach(entry -> put(amounts, entry.name(), field, entry.part()));
        } else {
          put(amounts, null, field, answer);
        }
      }
    }
    return amounts;
  }

  private static void put(
      Map<@Nullable String, Money> amounts,
      @Nullable String entry,
      ResultDefinition field,
      Assessment answer) {
    if (answer.result().get(field.field()) instanceof Money money && money.isPositive()) {
      amounts.put(entry, money);
    }
  }
}
