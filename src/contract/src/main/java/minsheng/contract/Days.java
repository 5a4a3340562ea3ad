package minsheng.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import minsheng.kernel.Policy;

/** Days on which a policy can be asked. */
public final class Days {

  /** The first birthday that any of the policies knows: no question is older. */
  public static final LocalDate FIRST = LocalDate.of(2021, 10, 29);

  private Days() {}

  /** The days on which a value of the policy begins, each with the day before it. */
  public static List<LocalDate> ofChange(Policy policy) {
    return policy.parameters().stream()
        .flatMap(parameter -> parameter.values().stream())
        .flatMap(value -> Stream.ofNullable(value.effectiveFrom()))
        .distinct()
        .sorted()
        .flatMap(day -> Stream.of(day.minusDays(1), day))
        .toList();
  }

  /** A day on which the policy changes, or the day before, or any since the first. */
  public static LocalDate any(Policy policy, Random random) {
    List<LocalDate> change = ofChange(policy);
    return change.isEmpty() || random.nextBoolean()
        ? FIRST.plusDays(random.nextInt(365 * 7))
        : change.get(random.nextInt(change.size()));
  }
}
