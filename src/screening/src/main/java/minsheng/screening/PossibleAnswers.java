package minsheng.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import minsheng.kernel.Division;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.FactSet;
import minsheng.kernel.Harbin;
import minsheng.kernel.Money;
import minsheng.kernel.Range;
import minsheng.kernel.ValueType.Choice;
import minsheng.kernel.ValueType.ListOf;
import minsheng.kernel.ValueType.Plain;
import org.jspecify.annotations.Nullable;

/**
 * A few answers that a citizen could give to a question, so different from each other that a rule
 * may tell them apart. They only help to choose the next question and never reach an answer.
 */
final class PossibleAnswers {

  private static final List<Integer> YEARS_AGO = List.of(1, 5, 14, 25, 35, 45, 55, 63, 72);

  private PossibleAnswers() {}

  static List<Object> to(FactDefinition fact, LocalDate asOf) {
    return switch (fact.type()) {
      case Choice(var allowed) -> List.copyOf(allowed);
      case ListOf list -> List.of(List.of());
      case Plain plain ->
          switch (plain) {
            case BOOLEAN -> List.of(false, true);
            case INTEGER ->
                Stream.of(0, 1, 2, 3, 12, 60)
                    .filter(isAllowed(fact.range()))
                    .map(number -> (Object) number)
                    .toList();
            case MONEY ->
                List.of(
                    Money.ofYuan("1"),
                    Money.ofYuan("800"),
                    Money.ofYuan("4000"),
                    Money.ofYuan("60000"));
            case NUMBER ->
                fact.range() == null || fact.range().max() == null
                    ? List.of(BigDecimal.ONE, BigDecimal.TEN, new BigDecimal(60))
                    : List.of(new BigDecimal("0.1"), new BigDecimal("0.5"));
            case DATE ->
                Stream.concat(
                        YEARS_AGO.stream().map(asOf::minusYears),
                        Stream.of(asOf.minusMonths(1), asOf.plusMonths(3)))
                    .map(day -> (Object) day)
                    .toList();
            case MONTH -> List.of(YearMonth.from(asOf), YearMonth.from(asOf).minusYears(1));
            case DIVISION ->
                List.of(
                    Harbin.DIVISIONS.getFirst().division(),
                    Harbin.DIVISIONS.getLast().division(),
                    new Division(Harbin.PROVINCE.code()));
            case TEXT -> List.of("");
            case ENTRIES ->
                List.of(
                    FactSet.entriesOf(fact.name(), 0),
                    FactSet.entriesOf(fact.name(), 1),
                    FactSet.entriesOf(fact.name(), 2));
          };
    };
  }

  private static Predicate<Integer> isAllowed(@Nullable Range range) {
    return number -> range == null || range.contains(BigDecimal.valueOf(number));
  }
}
