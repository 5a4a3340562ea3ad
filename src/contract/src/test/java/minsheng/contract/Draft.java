package minsheng.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import minsheng.kernel.Coded;
import minsheng.kernel.Division;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.FactSet;
import minsheng.kernel.Money;
import minsheng.kernel.Policy;
import minsheng.kernel.Range;
import minsheng.kernel.ValueType;
import minsheng.kernel.ValueType.Plain;
import org.jspecify.annotations.Nullable;

/**
 * A household that is being drawn at random for one policy: its facts by the names that an answer
 * gives them, such as {@code children[1].birthDate}. Of a list the number of its entries is kept.
 */
final class Draft {

  private static final List<Division> DIVISIONS =
      List.of(
          new Division("230103"),
          new Division("230111"),
          new Division("230124"),
          new Division("230200"),
          new Division("110101"));

  private final Policy policy;
  private final LocalDate asOf;
  private final Random random;
  private final Map<String, Object> values;

  private Draft(Policy policy, LocalDate asOf, Random random, Map<String, Object> values) {
    this.policy = policy;
    this.asOf = asOf;
    this.random = random;
    this.values = values;
  }

  /** A household of whom each fact is known with some chance. */
  static Draft of(Policy policy, LocalDate asOf, Random random) {
    Draft draft = new Draft(policy, asOf, random, new TreeMap<>());
    for (Policy.FactUse use : policy.facts()) {
      double chance = isAskedFor(use) ? 0.7 : 0.15;
      for (String name : draft.names(use.definition())) {
        if (random.nextDouble() < chance) {
          draft.values.put(name, draft.value(use.definition()));
        }
      }
    }
    return draft;
  }

  /**
   * Facts with a default, and those that only some have, are never asked for; an absent one of them
   * is known.
   */
  static boolean isAskedFor(Policy.FactUse use) {
    return use.definition().defaultValue() == null
        && !use.needed().startsWith("optional")
        && !use.needed().startsWith("only");
  }

  /** Facts whose lack is told as long as they matter, and not only once another fact is known. */
  static boolean isAlwaysAskedFor(Policy.FactUse use) {
    return isAskedFor(use)
        && (use.needed().startsWith("always") || use.needed().startsWith("unless"));
  }

  /**
   * The names of the facts that are absent and could be told now: fields of an entry only where the
   * entry is.
   */
  List<String> absent(Predicate<Policy.FactUse> which) {
    List<String> absent = new ArrayList<>();
    policy.facts().stream()
        .filter(which)
        .flatMap(use -> names(use.definition()).stream())
        .filter(name -> !values.containsKey(name))
        .forEach(absent::add);
    return absent;
  }

  /** This household with one more fact, or another value of it, drawn at random. */
  Draft with(String name) {
    Map<String, Object> more = new TreeMap<>(values);
    more.keySet().removeIf(key -> key.startsWith(name + "["));
    Draft draft = new Draft(policy, asOf, random, more);
    FactDefinition fact = definition(name);
    // Now and then more money than any other fact can take away.
    boolean isHuge = fact.type() == Plain.MONEY && random.nextInt(6) == 0;
    more.put(name, isHuge ? new Money(1_000_000_000_00L) : draft.value(fact));
    if (fact.type() == Plain.ENTRIES) {
      policy.facts().stream()
          .map(Policy.FactUse::definition)
          .filter(field -> field.name().startsWith(name + "[]."))
          .forEach(field -> draft.names(field).forEach(each -> more.put(each, draft.value(field))));
    }
    return draft;
  }

  /** The same household, whose further facts are drawn by another source of chance. */
  Draft drawnBy(Random other) {
    return new Draft(policy, asOf, other, values);
  }

  private FactDefinition definition(String name) {
    String plain = name.replaceAll("\\[\\d+]", "[]");
    return policy.facts().stream()
        .map(Policy.FactUse::definition)
        .filter(each -> each.name().equals(plain))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names(FactDefinition fact) {
    if (fact.name().equals(fact.field())) {
      return List.of(fact.name());
    }
    String list = fact.name().substring(0, fact.name().indexOf("[]"));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < (Integer) values.getOrDefault(list, 0); i++) {
      names.add(list + "[" + i + "]." + fact.field());
    }
    return names;
  }

  FactSet facts() {
    return facts("");
  }

  private FactSet facts(String path) {
    Map<String, Object> facts = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(path) && !name.substring(path.length()).contains("[")) {
            facts.put(
                name.substring(path.length()),
                definition(name).type() == Plain.ENTRIES ? entries(name, (Integer) value) : value);
          }
        });
    return new FactSet(path, facts);
  }

  private List<FactSet> entries(String list, int size) {
    List<FactSet> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(facts(list + "[" + i + "]."));
    }
    return entries;
  }

  private Object value(FactDefinition fact) {
    return value(fact.type(), fact.range(), asOf, random);
  }

  /** A value of a type, near enough to thresholds and to the day asked about to matter. */
  static Object value(ValueType type, @Nullable Range range, LocalDate asOf, Random random) {
    return switch (type) {
      case ValueType.Choice(List<? extends Coded> allowed) ->
          allowed.get(random.nextInt(allowed.size()));
      case ValueType.ListOf(Plain element) ->
          List.of(value(element, null, asOf, random), value(element, null, asOf, random));
      case Plain plain ->
          switch (plain) {
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> number(range, random, 40).intValue();
            case MONEY -> money(random);
            case NUMBER ->
                range != null && range.max() != null
                    ? BigDecimal.valueOf(random.nextInt(1001), 3)
                    : number(range, random, 200);
            case DATE -> date(asOf, random);
            case MONTH -> YearMonth.from(date(asOf, random));
            case DIVISION -> DIVISIONS.get(random.nextInt(DIVISIONS.size()));
            case TEXT -> "text " + random.nextInt(3);
            case ENTRIES -> random.nextInt(4);
          };
    };
  }

  private static BigDecimal number(@Nullable Range range, Random random, int spread) {
    BigDecimal least =
        range == null
            ? BigDecimal.ZERO
            : range.min().add(range.exclusiveMin() ? BigDecimal.ONE : BigDecimal.ZERO);
    BigDecimal number = least.add(BigDecimal.valueOf(count(random, spread)));
    return range == null || range.max() == null ? number : number.min(range.max());
  }

  /** Mostly small; now and then so large that it reaches across any threshold of another fact. */
  private static int count(Random random, int spread) {
    if (random.nextInt(20) == 0) {
      return 5_000;
    }
    return random.nextInt(random.nextBoolean() ? 5 : spread);
  }

  private static Money money(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Money.ZERO;
      case 1 -> new Money(random.nextInt(200) * 1000L);
      case 2 -> new Money(random.nextInt(1_000_000));
      default -> new Money(random.nextInt(50_000_000));
    };
  }

  private static LocalDate date(LocalDate asOf, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> asOf.plusDays(random.nextInt(5) - 2);
      case 1 -> asOf.minusDays(random.nextInt(365 * 4));
      case 2 ->
          LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
      default -> asOf.minusDays(random.nextInt(365 * 20));
    };
  }

  @Override
  public String toString() {
    return policy.id() + " on " + asOf + ": " + values;
  }
}
