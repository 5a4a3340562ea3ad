package minsheng.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import minsheng.kernel.Coded;
import minsheng.kernel.Division;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.FactSet;
import minsheng.kernel.Harbin;
import minsheng.kernel.Money;
import minsheng.kernel.ValueType.Choice;
import minsheng.kernel.ValueType.Plain;

/**
 * Somebody who asks, and a household around them, drawn with shares that are plausible for Harbin:
 * most are middle-aged or old, have one child or none, and are in none of the rare situations that
 * most policies are about. The shares are our own guess; no answer to a citizen rests on them.
 */
final class Resident {

  /** In a hundred of those who are asked, how many say yes; of what is not named here, eight. */
  private static final Map<String, Integer> YES =
      Map.ofEntries(
          Map.entry("hasDisabilityCertificate", 7),
          Map.entry("hasDisabledFamilyMember", 10),
          Map.entry("isOnlyChild", 40),
          Map.entry("propertyWithinLimits", 60),
          Map.entry("receivesMinimumLivingAllowance", 4),
          Map.entry("lowIncomeFamily", 6),
          Map.entry("extremePovertyRecognised", 1),
          Map.entry("ableToWork", 75),
          Map.entry("hasLivelihoodSource", 93),
          Map.entry("hasCapableSupporters", 90),
          Map.entry("ownsDwelling", 80),
          Map.entry("ownsVehicle", 40),
          Map.entry("ownsCompany", 4),
          Map.entry("employmentInterrupted", 6),
          Map.entry("loanConditionsMet", 30),
          Map.entry("hasOnlyChildCertificate", 35),
          Map.entry("children[].insuranceFeePaid", 80),
          Map.entry("twoConsistenciesMet", 70),
          Map.entry("parents[].hospitalised", 8));

  /**
   * The commonest code of a choice, which three of four have; where none is named, each is as
   * likely.
   */
  private static final Map<String, String> USUAL =
      Map.of(
          "registrationType", "urban",
          "parentsRegistration", "both-harbin",
          "selfCareAbility", "able",
          "childSupportStatus", "other",
          "study", "none",
          "occupation", "other",
          "institutionType", "other",
          "businessType", "other",
          "dwellingSeatLockedBy", "none",
          "maternityInsurance", "employee-with-maternity-insurance");

  private final LocalDate asOf;
  private final Random random;
  private final Map<String, Object> told = new HashMap<>();

  private final LocalDate birth;

  Resident(LocalDate asOf, long seed) {
    this.asOf = asOf;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.birth = asOf.minusDays(365L * age()).minusDays(random.nextInt(365));
  }

  private int age() {
    int share = random.nextInt(100);
    if (share < 3) {
      return 8 + random.nextInt(10);
    }
    if (share < 25) {
      return 18 + random.nextInt(17);
    }
    if (share < 50) {
      return 35 + random.nextInt(15);
    }
    return share < 70 ? 50 + random.nextInt(10) : 60 + random.nextInt(25);
  }

  /** The truth of this household, the same whenever it is asked. */
  Object answer(String name, FactDefinition fact) {
    Object known = told.get(name);
    if (known == null) {
      known = draw(name, fact);
      told.put(name, known);
    }
    return known;
  }

  private Object draw(String name, FactDefinition fact) {
    return switch (fact.type()) {
      case Choice(var allowed) -> choice(fact, allowed);
      case Plain plain ->
          switch (plain) {
            case BOOLEAN -> isYes(YES.getOrDefault(fact.name(), 8));
            case INTEGER -> whole(fact);
            case MONEY -> money(fact);
            case NUMBER ->
                fact.range() != null && fact.range().max() != null
                    ? new BigDecimal("0.1")
                    : BigDecimal.valueOf(random.nextInt(80));
            case DATE -> date(name, fact);
            case MONTH -> YearMonth.from(asOf).minusMonths(random.nextInt(12));
            case DIVISION ->
                isYes(88)
                    ? Harbin.DIVISIONS.get(random.nextInt(Harbin.DIVISIONS.size())).division()
                    : new Division("230200");
            case TEXT -> "学校";
            case ENTRIES -> FactSet.entriesOf(fact.name(), entries(fact));
          };
      default -> throw new IllegalArgumentException(fact.name());
    };
  }

  private Object choice(FactDefinition fact, List<? extends Coded> allowed) {
    String usual = USUAL.get(fact.name());
    if (usual != null && isYes(75)) {
      return allowed.stream().filter(each -> each.code().equals(usual)).findFirst().orElseThrow();
    }
    return allowed.get(random.nextInt(allowed.size()));
  }

  private int entries(FactDefinition fact) {
    return switch (fact.name()) {
      case "children" -> children();
      case "parents" -> 1 + random.nextInt(2);
      default -> 0;
    };
  }

  private int children() {
    int share = random.nextInt(100);
    int old = asOf.getYear() - birth.getYear();
    if (old < 22 || share < 25) {
      return 0;
    }
    return share < 80 ? 1 : share < 97 ? 2 : 3;
  }

  private Integer whole(FactDefinition fact) {
    return switch (fact.name()) {
      case "householdSize" -> 1 + random.nextInt(4);
      case "buildingCompletionYear" -> 1975 + random.nextInt(50);
      case "disabilityLevel" -> 1 + random.nextInt(4);
      case "fetusCount" -> isYes(3) ? 2 : 1;
      case "continuousContributionMonths" -> random.nextInt(60);
      case "ownersTotal" -> 12 + random.nextInt(60);
      case "ownersAgreeing" -> random.nextInt(12);
      default -> isYes(80) ? 0 : random.nextInt(20);
    };
  }

  private Money money(FactDefinition fact) {
    long yuan =
        switch (String.valueOf(fact.unit())) {
          case "yuan/month" -> 1500 + random.nextInt(9000);
          case "yuan/year" -> 20_000 + random.nextInt(120_000);
          default -> 100 + random.nextInt(50_000);
        };
    return new Money(yuan * 100);
  }

  private LocalDate date(String name, FactDefinition fact) {
    return switch (fact.name()) {
      case "birthDate" -> birth;
      case "motherBirthDate" -> birth;
      case "parents[].birthDate" -> birth.minusYears(27).minusDays(random.nextInt(2000));
      case "children[].birthDate" -> childBirth(name);
      case "expectedDeliveryDate" -> asOf.plusDays(random.nextInt(260));
      case "pensionStartedOn" -> birth.plusYears(60);
      default -> asOf.minusDays(random.nextInt(2000));
    };
  }

  private LocalDate childBirth(String name) {
    int order = Integer.parseInt(name, 9, name.indexOf(']'), 10);
    LocalDate born = birth.plusYears(24 + 4L * order).plusDays(random.nextInt(2500));
    return born.isAfter(asOf) ? asOf.minusDays(random.nextInt(1500)) : born;
  }

  private boolean isYes(int inAHundred) {
    return random.nextInt(100) < inAHundred;
  }
}
