package minsheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
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
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.Range;
import minsheng.kernel.ValueType;
import minsheng.kernel.ValueType.Plain;
import org.jspecify.annotations.Nullable;

/**
 * A household drawn at random for one policy: its facts by the names that an answer gives them,
 * such as {@code children[1].birthDate}. Of a list the number of its entries is kept.
 */
public final class Household {

  private static final List<Division> DIVISIONS =
      List.of(
          new Division("230103"),
          new Division("230111"),
          new Division("230124"),
          new Division("230200"),
          new Division("110101"));

  /** Ages at which something begins or ends in one policy or another. */
  private static final List<Integer> AGES = List.of(0, 1, 3, 6, 16, 18, 35, 45, 49, 60, 61, 65);

  private static final Money FEN = new Money(1);

  private final Policy policy;
  private final LocalDate asOf;
  private final Random random;
  private final Map<String, Object> values;

  private Household(Policy policy, LocalDate asOf, Random random, Map<String, Object> values) {
    this.policy = policy;
    this.asOf = asOf;
    this.random = random;
    this.values = values;
  }

  /** A household of whom each fact is known with some chance. */
  public static Household of(Policy policy, LocalDate asOf, Random random) {
    Household household = new Household(policy, asOf, random, new TreeMap<>());
    for (Policy.FactUse use : policy.facts()) {
      double chance = use.isAskedFor() ? 0.7 : 0.15;
      for (String name : household.names(use.definition())) {
        if (random.nextDouble() < chance) {
          household.values.put(name, household.value(use.definition()));
        }
      }
    }
    return household;
  }

  /** Facts whose lack is told as long as they matter, and not only once another fact is known. */
  public static boolean isAlwaysAskedFor(Policy.FactUse use) {
    return use.isAskedFor()
        && (use.needed().startsWith("always") || use.needed().startsWith("unless"));
  }

  /**
   * The names of the facts that are absent and could be told now: fields of an entry only where the
   * entry is.
   */
  public List<String> absent(Predicate<Policy.FactUse> which) {
    List<String> absent = new ArrayList<>();
    policy.facts().stream()
        .filter(which)
        .flatMap(use -> names(use.definition()).stream())
        .filter(name -> !values.containsKey(name))
        .forEach(absent::add);
    return absent;
  }

  /** This household with one more fact, or another value of it, drawn at random. */
  public Household with(String name) {
    Map<String, Object> more = new TreeMap<>(values);
    more.keySet().removeIf(key -> key.startsWith(name + "["));
    Household household = new Household(policy, asOf, random, more);
    FactDefinition fact = definition(name);
    // Now and then more money than any other fact can take away.
    boolean isHuge = fact.type() == Plain.MONEY && random.nextInt(6) == 0;
    more.put(name, isHuge ? new Money(1_000_000_000_00L) : household.value(fact));
    if (fact.type() == Plain.ENTRIES) {
      policy.facts().stream()
          .map(Policy.FactUse::definition)
          .filter(field -> field.name().startsWith(name + "[]."))
          .forEach(
              field ->
                  household.names(field).forEach(each -> more.put(each, household.value(field))));
    }
    return household;
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** The same household, whose further facts are drawn by another source of chance. */
  public Household drawnBy(Random other) {
    return new Household(policy, asOf, other, values);
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

  public FactSet facts() {
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
    // A year has no unit in the vocabulary, but its name.
    boolean isYear = fact.unit() == null && fact.name().matches("(?!.*This).*Year");
    String unit = isYear ? "year" : fact.unit();
    return value(fact.type(), unit, fact.range(), asOf, random);
  }

  /** Values of the policy's parameters that a caller may suppose, mostly of those without one. */
  public Map<String, Object> whatIf() {
    Map<String, Object> whatIf = new TreeMap<>();
    double unconfigured = random.nextInt(3) == 0 ? 0 : 0.85;
    for (Parameter<?> parameter : policy.parameters()) {
      double chance = parameter.values().isEmpty() ? unconfigured : 0.05;
      if (random.nextDouble() < chance) {
        whatIf.put(parameter.name(), value(parameter));
      }
    }
    putInOrder(whatIf, "min", "max");
    putInOrder(whatIf, "Min", "Max");
    return whatIf;
  }

  /** Values of all parameters that have none on one day or another, as an agency could set them. */
  public Map<String, Object> configured() {
    Map<String, Object> values = new TreeMap<>();
    policy.parameters().stream()
        .filter(parameter -> !(parameter instanceof Parameter.Timeless<?>))
        .forEach(parameter -> values.put(parameter.name(), value(parameter)));
    return values;
  }

  private Object value(Parameter<?> parameter) {
    Parameter.Declaration declaration = parameter.declaration();
    return value(declaration.type(), declaration.unit(), declaration.range(), asOf, random);
  }

  /** A least value is no greater than the greatest that belongs to it. */
  @SuppressWarnings("unchecked") // two parameters of one pair have one type
  private static void putInOrder(Map<String, Object> whatIf, String min, String max) {
    for (String least : List.copyOf(whatIf.keySet())) {
      String greatest = least.replace(min, max);
      if (!greatest.equals(least)
          && whatIf.get(least) instanceof Comparable<?> first
          && whatIf.containsKey(greatest)
          && ((Comparable<Object>) first).compareTo(whatIf.get(greatest)) > 0) {
        whatIf.put(least, whatIf.put(greatest, first));
      }
    }
  }

  /** A value of a type, near enough to thresholds and to the day asked about to matter. */
  private static Object value(
      ValueType type, @Nullable String unit, @Nullable Range range, LocalDate asOf, Random random) {
    return switch (type) {
      case ValueType.Choice(List<? extends Coded> allowed) ->
          allowed.get(random.nextInt(allowed.size()));
      case ValueType.ListOf(Plain element) ->
          List.of(
              value(element, unit, null, asOf, random), value(element, unit, null, asOf, random));
      case Plain plain ->
          switch (plain) {
            case BOOLEAN -> random.nextBoolean();
            case INTEGER ->
                switch (unit) {
                  case "years" -> age(range, random);
                  case "year" ->
                      random.nextBoolean() ? 1999 + random.nextInt(3) : 2020 + random.nextInt(9);
                  case null, default -> number(range, random, 40).intValue();
                };
            case MONEY ->
                range != null && range.exclusiveMin() ? money(random).plus(FEN) : money(random);
            case NUMBER ->
                range != null && range.max() != null
                    ? BigDecimal.valueOf(1 + random.nextInt(1000), 3)
                    : number(range, random, 200)
                        .add(range == null ? BigDecimal.ONE : BigDecimal.ZERO);
            case DATE -> date(asOf, random);
            case MONTH -> YearMonth.from(date(asOf, random));
            case DIVISION -> DIVISIONS.get(random.nextInt(DIVISIONS.size()));
            case TEXT -> "text " + random.nextInt(3);
            case ENTRIES -> random.nextInt(random.nextInt(5) == 0 ? 6 : 4);
          };
    };
  }

  private static int age(@Nullable Range range, Random random) {
    int age = AGES.get(random.nextInt(AGES.size()));
    return range == null || range.contains(BigDecimal.valueOf(age))
        ? age
        : number(range, random, 40).intValue();
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
      return 500;
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

  /** Around the day asked about, around a birthday that decides, a leap day, or long ago. */
  private static LocalDate date(LocalDate asOf, Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> asOf.plusDays(random.nextInt(5) - 2);
      case 1 -> asOf.minusDays(random.nextInt(365 * 4));
      case 2 ->
          LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
      case 3 ->
          asOf.minusYears(AGES.get(random.nextInt(AGES.size()))).plusDays(random.nextInt(5) - 2);
      case 4 -> LocalDate.of(1952 + 4 * random.nextInt(19), 2, 29);
      case 5 -> asOf.plusDays(random.nextInt(300));
      default -> asOf.minusDays(random.nextInt(365 * 80));
    };
  }

  /**
   * What this household would send: the facts as JSON, each object's keys in an order of chance.
   */
  public ObjectNode json(Random order) {
    return json(facts(), order);
  }

  private static ObjectNode json(FactSet facts, Random order) {
    List<String> names = new ArrayList<>(facts.names());
    Collections.shuffle(names, order);
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      node.set(name, json(facts.given(name, Object.class).orElseThrow(), order));
    }
    return node;
  }

  /** A fact or a parameter as a request gives it. */
  public static JsonNode json(Object value, Random order) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case Boolean flag -> nodes.booleanNode(flag);
      case Integer number -> nodes.numberNode(number);
      case BigDecimal number -> nodes.numberNode(number);
      case Money money -> nodes.numberNode(money.yuan());
      case Division division -> nodes.textNode(division.code());
      case Coded coded -> nodes.textNode(coded.code());
      case FactSet facts -> json(facts, order);
      case List<?> list -> {
        ArrayNode array = nodes.arrayNode();
        list.forEach(each -> array.add(json(each, order)));
        yield array;
      }
      default -> nodes.textNode(value.toString());
    };
  }

  @Override
  public String toString() {
    return policy.id() + " on " + asOf + ": " + values;
  }
}
