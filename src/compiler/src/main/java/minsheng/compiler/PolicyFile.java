package minsheng.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One {@code policy.yaml}: read, checked, and written as the typed names of its policy. */
final class PolicyFile {

  private static final Set<String> KINDS =
      Set.of(
          "contribution",
          "deduction",
          "determination",
          "eligibility",
          "intake",
          "leave",
          "priority",
          "subsidy");
  private static final Set<String> POSITIVE_OUTCOMES = Set.of("eligible", "computed");
  private static final Set<String> EVIDENCE = Set.of("SEED", "PUBLIC", "KNOWN", "DERIVED");
  private static final Set<String> DATE_EVIDENCE =
      Set.of("assumed-document-date", "start-unknown", "assumed-whole-year");
  private static final Set<String> RESULT_TYPES =
      Set.of(
          "boolean",
          "integer",
          "number",
          "date",
          "month",
          "division",
          "string",
          "enum",
          "list",
          "list of codes",
          "list of integers");
  private static final Map<String, List<String>> TYPES_OF_ROLES =
      Map.of(
          "headline", List.of("number", "integer"),
          "start", List.of("date", "month"),
          "end", List.of("date", "month"),
          "deadline", List.of("date"));
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+");
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  record FactUse(Vocabulary.Fact fact, String needed) {}

  record Value(
      String literal,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String evidence,
      String source,
      @Nullable String dateEvidence,
      boolean provisional,
      @Nullable Remark note) {

    boolean isTimeless() {
      return from == null && to == null;
    }
  }

  record Parameter(
      String name,
      @Nullable String labelZh,
      Type type,
      @Nullable String unit,
      @Nullable String range,
      String meaning,
      @Nullable Remark recommendedDefaultReason,
      @Nullable String clause,
      boolean required,
      boolean informational,
      List<Value> values) {}

  record ResultField(
      String name,
      @Nullable String labelZh,
      String type,
      @Nullable String unit,
      String meaning,
      @Nullable String atMost,
      List<Type.Choice> allowed,
      boolean explanatory,
      @Nullable String role) {
    String list() {
      return name.contains("[].") ? name.substring(0, name.indexOf("[].")) : "";
    }

    /** True for a field of an entry that its own decision fills, not the rule. */
    boolean isOfItsDecision() {
      return !list().isEmpty() && Set.of("outcome", "reasonCodes").contains(field());
    }

    String field() {
      return name.contains("[].") ? name.substring(name.indexOf("[].") + 3) : name;
    }
  }

  /** The clause that forbids to hold another policy together with this one. */
  record Exclusion(String policy, String clause) {

    /** The kernel's exclusion, as Java. */
    String expression() {
      return "new Policy.Exclusion(%s, %s)".formatted(Java.string(policy), Java.string(clause));
    }
  }

  record Reason(String code, boolean satisfied, String zh, String en, List<String> basis) {}

  record Clause(
      String id,
      String document,
      @Nullable String number,
      @Nullable String issued,
      String section,
      @Nullable String quote,
      @Nullable String summary,
      String evidence,
      @Nullable String seed,
      @Nullable String address,
      @Nullable Remark note) {

    /** The kernel's clause, as Java. */
    String expression() {
      String texts =
          Stream.of(id, document, number, issued, section, quote, summary)
              .map(Java::string)
              .collect(Collectors.joining(", "));
      return "new Clause(%s, Evidence.%s, %s, %s, %s)"
          .formatted(
              texts, evidence, Java.string(seed), Java.string(address), Remark.expression(note));
    }
  }

  final String id;
  final String ruleset;
  final Entry file;
  final String nameZh;
  final String nameEn;
  final String kind;
  final String positiveOutcome;
  final String summaryZh;
  final String authority;
  final String audience;
  final List<Clause> clauses;
  final List<FactUse> facts;
  final List<Parameter> parameters;
  final List<ResultField> result;
  final List<Reason> reasons;
  final List<String> documentsToBring;
  final @Nullable String whereToApply;
  final List<Remark> openQuestions;
  final List<String> relatedPolicies;
  final List<String> cannotBeHeldTogetherWith;
  final List<Exclusion> exclusions;
  final List<String> includes;
  final List<String> notes;

  private PolicyFile(Entry file, String folder, Vocabulary vocabulary) {
    this.file = file;
    id = file.text("id");
    if (!id.equals(folder)) {
      file.fault("`id` is `" + id + "`, but the folder is `" + folder + "`");
    }
    ruleset = digest(file.node());
    nameZh = file.text("nameZh");
    nameEn = file.text("nameEn");
    kind = file.oneOf("kind", KINDS);
    positiveOutcome = file.oneOf("positiveOutcome", POSITIVE_OUTCOMES);
    summaryZh = file.text("summaryZh");
    authority = file.text("authority");
    audience = file.text("audience");
    clauses = distinct(file.entries("clauses", "id"), PolicyFile::clause, "id");
    Set<String> ids = new HashSet<>(clauses.stream().map(Clause::id).toList());
    facts = distinct(file.entries("facts", "name"), entry -> factUse(entry, vocabulary), "name");
    parameters =
        distinct(file.entries("parameters", "name"), entry -> parameter(entry, ids), "name");
    result = distinct(file.entries("result", "name"), this::resultField, "name");
    refuseRolesThatStandTwice();
    reasons = distinct(file.entries("reasons", "code"), entry -> reason(entry, ids), "code");
    documentsToBring = file.texts("documentsToBring");
    whereToApply = file.optionalText("whereToApply");
    openQuestions = file.remarks("openQuestions");
    relatedPolicies = codes(file, "relatedPolicies");
    cannotBeHeldTogetherWith = codes(file, "cannotBeHeldTogetherWith");
    exclusions = exclusions(ids);
    includes = file.has("includes") ? codes(file, "includes") : List.of();
    notes = file.has("notes") ? file.texts("notes") : List.of();
    file.refuseUnreadKeys();
  }

  /**
   * @param folder the policy's folder
   * @throws BrokenLawException naming every fault of the file
   */
  static PolicyFile read(Path folder, Vocabulary vocabulary) {
    List<String> faults = new ArrayList<>();
    String name = folder.getFileName().toString();
    PolicyFile policy =
        new PolicyFile(
            Entry.of(folder.resolve("policy.yaml"), "functions/" + name + "/policy.yaml", faults),
            name,
            vocabulary);
    if (!faults.isEmpty()) {
      throw new BrokenLawException(faults);
    }
    return policy;
  }

  /** The folders of the policies, or of the one named. */
  static List<Path> folders(Path functions, String function) throws java.io.IOException {
    try (var children = Files.list(functions)) {
      return children
          .filter(folder -> Files.exists(folder.resolve("policy.yaml")))
          .filter(
              folder -> function.equals("*") || folder.getFileName().toString().equals(function))
          .sorted()
          .toList();
    }
  }

  String packageName() {
    return packageName(id);
  }

  static String packageName(String id) {
    return "minsheng.functions." + id.replace("-", "");
  }

  static <T> List<T> distinct(
      List<Entry> entries, java.util.function.Function<Entry, T> reader, String key) {
    Set<String> seen = new HashSet<>();
    List<T> all = new ArrayList<>();
    for (Entry entry : entries) {
      all.add(reader.apply(entry));
      if (!seen.add(entry.value(key).asText())) {
        entry.fault("this " + key + " stands twice");
      }
    }
    return all;
  }

  private static List<String> codes(Entry file, String key) {
    List<String> codes = file.texts(key);
    codes.stream()
        .filter(code -> !CODE.matcher(code).matches())
        .forEach(code -> file.fault("`" + key + "`: `" + code + "` is no id"));
    return codes;
  }

  static Clause clause(Entry entry) {
    Clause clause =
        new Clause(
            entry.text("id"),
            entry.text("document"),
            entry.optionalText("number"),
            entry.optionalText("issued"),
            entry.text("section"),
            entry.optionalText("quote"),
            entry.optionalText("summary"),
            entry.oneOf("evidence", EVIDENCE),
            entry.optionalText("seed"),
            entry.optionalText("address"),
            entry.optionalRemark("note"));
    if (clause.quote == null && clause.summary == null) {
      entry.fault("a clause without `quote` needs a `summary`");
    }
    if (clause.evidence.equals("SEED") && clause.seed == null) {
      entry.fault("a SEED clause needs its `seed`, the document it was taken from");
    }
    if (clause.evidence.equals("PUBLIC") && clause.address == null) {
      entry.fault("a PUBLIC clause needs its `address`, the page it was taken from");
    }
    return clause;
  }

  private static FactUse factUse(Entry entry, Vocabulary vocabulary) {
    String name = entry.text("name");
    Vocabulary.Fact fact = vocabulary.fact(name);
    if (fact == null) {
      entry.fault("no fact of this name in functions/vocabulary.yaml");
      fact =
          new Vocabulary.Fact(
              name,
              Type.of("string", null, List.of(), ""),
              null,
              null,
              "?",
              null,
              "?",
              "none",
              null,
              null,
              null,
              null);
    }
    return new FactUse(fact, entry.text("needed"));
  }

  private static Parameter parameter(Entry entry, Set<String> clauses) {
    String name = entry.text("name");
    if (!NAME.matcher(name).matches()) {
      entry.fault("a name is lowerCamelCase");
    }
    String declared = entry.oneOf("type", Type.OF_PARAMETERS);
    String unit = entry.optionalText("unit");
    List<Type.Choice> choices = new ArrayList<>();
    if (declared.equals("enum")) {
      entry
          .entries("allowed", "value")
          .forEach(
              each ->
                  choices.add(
                      new Type.Choice(each.text("value"), each.text("zh"), each.text("meaning"))));
    }
    Type type = Type.of(declared, unit, choices, Java.type(name));
    List<String> codes = Type.OF_KERNEL.get(type.java());
    if (codes != null && !codes.equals(type.codes())) {
      entry.fault("`allowed` must be " + String.join(", ", codes));
    }
    List<Value> values = new ArrayList<>();
    for (Entry each : entry.entries("values", "")) {
      values.add(value(each, type, clauses));
    }
    refuseDisorder(entry, values);
    boolean unconfigured = entry.has("status");
    if (unconfigured) {
      entry.oneOf("status", Set.of("unconfigured"));
    }
    if (unconfigured != values.isEmpty()) {
      entry.fault("`status: unconfigured` stands exactly where there are no `values`");
    }
    return new Parameter(
        name,
        entry.optionalText("labelZh"),
        type,
        unit,
        range(entry, unit),
        entry.text("meaning"),
        entry.optionalRemark("recommendedDefaultReason"),
        openClause(entry, values.isEmpty(), clauses),
        entry.flag("required"),
        entry.flag("informational"),
        values);
  }

  /** The clause that leaves a value open, so that an agency knows what it decides. */
  private static @Nullable String openClause(
      Entry entry, boolean isUnconfigured, Set<String> clauses) {
    if (isUnconfigured != entry.has("clause")) {
      entry.fault(
          "`clause`, the one that leaves the value open, stands exactly where there are no `values`");
    }
    return entry.has("clause") ? clauseId(entry, "clause", clauses) : null;
  }

  private static String clauseId(Entry entry, String key, Set<String> clauses) {
    String id = entry.text(key);
    if (!clauses.contains(id)) {
      entry.fault("`" + key + "` is `" + id + "`, but no clause has this id");
    }
    return id;
  }

  /** The numbers that an operator or a caller may set; a ratio is a part of a whole. */
  private static @Nullable String range(Entry entry, @Nullable String unit) {
    String range = Vocabulary.range(entry);
    return range == null && "ratio".equals(unit) ? "0–1" : range;
  }

  private static Value value(Entry entry, Type type, Set<String> clauses) {
    String literal = type.literal(entry.value("value"));
    if (literal == null) {
      entry.fault(
          "`value` is `"
              + Entry.shown(entry.value("value"))
              + "`, expected: "
              + type.expectation());
      literal = "?";
    }
    return new Value(
        literal,
        entry.optionalDate("effectiveFrom"),
        entry.optionalDate("effectiveTo"),
        entry.oneOf("evidence", EVIDENCE),
        clauseId(entry, "source", clauses),
        entry.has("dateEvidence") ? entry.oneOf("dateEvidence", DATE_EVIDENCE) : null,
        entry.flag("provisional"),
        entry.optionalRemark("note"));
  }

  private static void refuseDisorder(Entry entry, List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      if (value.from != null && value.to != null && value.to.isBefore(value.from)) {
        entry.fault(
            "values["
                + i
                + "]: `effectiveTo` "
                + value.to
                + " is before `effectiveFrom` "
                + value.from);
      }
      if (i > 0) {
        LocalDate end = values.get(i - 1).to;
        if (end == null || value.from == null || !end.isBefore(value.from)) {
          entry.fault(
              "values["
                  + i
                  + "]: holds from "
                  + value.from
                  + ", but values["
                  + (i - 1)
                  + "] holds to "
                  + end
                  + ": values must follow each other in time");
        }
      }
    }
  }

  private ResultField resultField(Entry entry) {
    String name = entry.text("name");
    String type = entry.text("type");
    if (!RESULT_TYPES.contains(type.replace("|null", ""))) {
      entry.fault(
          "`type` is `"
              + type
              + "`; allowed: "
              + String.join(", ", RESULT_TYPES.stream().sorted().toList())
              + ", each also with |null");
    }
    return new ResultField(
        name,
        entry.optionalText("labelZh"),
        type,
        entry.optionalText("unit"),
        entry.text("meaning"),
        bound(
            entry,
            !entry.flag("explanatory")
                && Set.of("number", "integer").contains(type.replace("|null", ""))),
        choices(entry, name, type),
        entry.flag("explanatory"),
        role(entry, type.replace("|null", "")));
  }

  private static @Nullable String role(Entry entry, String type) {
    if (!entry.has("role")) {
      return null;
    }
    String role = entry.oneOf("role", TYPES_OF_ROLES.keySet());
    List<String> types = TYPES_OF_ROLES.getOrDefault(role, List.of(type));
    if (!types.contains(type)) {
      entry.fault("`role: " + role + "` needs the type " + String.join(" or ", types));
    }
    if (role.equals("headline") && entry.flag("explanatory")) {
      entry.fault("a headline is what is granted, and not `explanatory`");
    }
    return role;
  }

  /** Whoever reads many answers takes one field for each role. */
  private void refuseRolesThatStandTwice() {
    Set<List<String>> seen = new HashSet<>();
    for (ResultField field : result) {
      if (field.role != null && !seen.add(List.of(field.list(), field.role))) {
        file.fault(
            "`result`: `" + field.name + "` is another " + field.role + " in the same place");
      }
    }
  }

  private List<Exclusion> exclusions(Set<String> clauses) {
    List<Exclusion> exclusions =
        file.has("exclusions")
            ? distinct(
                file.entries("exclusions", "policy"),
                entry -> new Exclusion(entry.text("policy"), clauseId(entry, "clause", clauses)),
                "policy")
            : List.of();
    Set<String> named = exclusions.stream().map(Exclusion::policy).collect(Collectors.toSet());
    if (!named.equals(Set.copyOf(cannotBeHeldTogetherWith))) {
      file.fault(
          "`exclusions` gives the clause for each of `cannotBeHeldTogetherWith`, and for no other policy");
    }
    return exclusions;
  }

  /** The values of an enum, save of an entry's outcome, which every policy has. */
  private static List<Type.Choice> choices(Entry entry, String name, String type) {
    List<Type.Choice> choices = new ArrayList<>();
    if (type.startsWith("enum") && !name.endsWith("[].outcome")) {
      entry
          .entries("allowed", "value")
          .forEach(each -> choices.add(new Type.Choice(each.text("value"), each.text("zh"), null)));
    }
    return choices;
  }

  /** The bound of an amount or a count: a sum of products of what is known by name. */
  private @Nullable String bound(Entry entry, boolean isNumber) {
    String bound = entry.optionalText("atMost");
    if (bound == null) {
      if (isNumber) {
        entry.fault("an amount or a count needs its bound, `atMost`");
      }
      return null;
    }
    Set<String> names = new HashSet<>(parameters.stream().map(Parameter::name).toList());
    facts.forEach(use -> names.add(use.fact().name()));
    for (String term : bound.split(" [+×] ", -1)) {
      if (!names.contains(term) && !WHOLE_NUMBER.matcher(term).matches()) {
        entry.fault(
            "`atMost` is a sum of products such as `dailyYuan × days + 100`, and `"
                + term
                + "` is no fact, no parameter and no whole number");
      }
    }
    return bound;
  }

  private static Reason reason(Entry entry, Set<String> clauses) {
    Reason reason =
        new Reason(
            entry.text("code"),
            entry.flag("satisfied"),
            entry.text("zh"),
            entry.text("en"),
            entry.texts("basis"));
    if (!CODE.matcher(reason.code).matches()) {
      entry.fault("a code is kebab-case");
    }
    if (!entry.value("satisfied").isBoolean()) {
      entry.fault("`satisfied` must be true or false");
    }
    if (reason.basis.isEmpty()) {
      entry.fault("a reason rests on at least one clause");
    }
    for (String clause : new LinkedHashSet<>(reason.basis)) {
      if (!clauses.contains(clause)) {
        entry.fault("`basis` names `" + clause + "`, but no clause has this id");
      }
    }
    return reason;
  }

  /**
   * The first 16 hexadecimal digits of the digest of the data, whatever comments and line breaks
   * the file has.
   */
  private static String digest(JsonNode data) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256")
              .digest(data.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
