package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import minsheng.host.Problem.Fault;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.FactSet;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.ValueType;
import minsheng.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request's body strictly, and notes every fault: all of them are told at
 * once. Facts of the vocabulary that a policy does not use are checked all the same, so that one
 * description of a household can be sent to every function.
 */
final class BodyReader {

  /** More than every fact of a household with as many children as can be told. */
  private static final int MAX_NAMES = 2000;

  /** The names of the facts of a case, and of the entries of each list. */
  private static final Map<String, Map<String, FactDefinition>> NAMES = names();

  private static Map<String, Map<String, FactDefinition>> names() {
    Map<String, Map<String, FactDefinition>> names = new LinkedHashMap<>();
    for (FactDefinition fact : Vocabulary.facts().values()) {
      names
          .computeIfAbsent(fact.list().orElse(""), key -> new LinkedHashMap<>())
          .put(fact.field(), fact);
    }
    return names;
  }

  private final JsonNode body;
  private final List<Fault> faults = new ArrayList<>();
  private final ValueReader values = new ValueReader(faults);

  /**
   * @param shape the fields that there may be, as a caller is told them
   */
  BodyReader(JsonNode body, String shape, Set<String> fields) {
    this.body = body;
    if (body.isObject()) {
      refuseUnknown("field", body, "", fields);
    } else {
      values.wrongType(body, "", "a JSON object " + shape);
    }
  }

  /**
   * @throws ProblemException with every fault of the request
   */
  void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.of(faults));
    }
  }

  /** The day asked about; null = today. */
  @Nullable LocalDate asOf() {
    return given("asOf").flatMap(node -> values.date(node, "/asOf")).orElse(null);
  }

  FactSet facts() {
    Optional<JsonNode> facts = given("facts");
    if (facts.isEmpty() && body.isObject()) {
      faults.add(
          new Fault(
              "/facts",
              "missing-field",
              "`facts` is missing; give an object, {} when nothing is known.",
              null,
              "an object",
              null));
    }
    return facts.map(node -> factSet(node, "/facts", "", "")).orElse(FactSet.EMPTY);
  }

  /** Values of one policy's parameters, by name. */
  Map<String, Object> whatIf(Policy policy) {
    return given("whatIf").map(node -> whatIf(node, "/whatIf", policy)).orElse(Map.of());
  }

  /** Values of the parameters of several policies, by id and name. */
  Map<String, Map<String, Object>> whatIf(Map<String, Policy> policies) {
    Map<String, Map<String, Object>> supposed = new LinkedHashMap<>();
    given("whatIf")
        .filter(node -> isObject(node, "/whatIf", "an object of values by policy and parameter"))
        .ifPresent(
            node -> {
              refuseUnknown("policy", node, "/whatIf", policies.keySet());
              policies.forEach(
                  (id, policy) -> {
                    if (node.has(id)) {
                      supposed.put(id, whatIf(node.path(id), "/whatIf/" + id, policy));
                    }
                  });
            });
    return supposed;
  }

  /** The policies that are asked about; all of those that are here, when none is named. */
  Set<String> policies(Set<String> known) {
    Set<String> named = names("policies", "policy", known);
    return named.isEmpty() ? known : named;
  }

  /** Names of facts, such as {@code children[1].birthDate}. */
  Set<String> factNames(String field) {
    return names(field, "fact", Vocabulary.facts().keySet());
  }

  private Set<String> names(String field, String what, Set<String> known) {
    Set<String> names = new LinkedHashSet<>();
    texts(field)
        .forEach(
            (pointer, name) -> {
              if (known.contains(FactDefinition.nameIn(name))) {
                names.add(name);
              } else {
                faults.add(ValueReader.unknownName(what, pointer, "unknown-" + what, name, known));
              }
            });
    return names;
  }

  /** The texts of a list, by their pointers. */
  private Map<String, String> texts(String field) {
    Map<String, String> texts = new LinkedHashMap<>();
    given(field)
        .flatMap(node -> values.entries(node, "/" + field, MAX_NAMES))
        .ifPresent(
            entries -> {
              for (JsonNode entry : entries) {
                String pointer = "/" + field + "/" + texts.size();
                values
                    .read(ValueType.Plain.TEXT, null, entry, pointer)
                    .ifPresent(text -> texts.put(pointer, (String) text));
              }
            });
    return texts;
  }

  private Optional<JsonNode> given(String field) {
    return Optional.of(body.path(field)).filter(node -> !isAbsent(node));
  }

  private FactSet factSet(JsonNode node, String pointer, String list, String path) {
    if (!isObject(node, pointer, "an object of facts by name")) {
      return FactSet.EMPTY;
    }
    Map<String, FactDefinition> names = NAMES.getOrDefault(list, Map.of());
    refuseUnknown("fact", node, pointer, names.keySet());
    Map<String, Object> known = new LinkedHashMap<>();
    names.forEach(
        (name, fact) -> {
          JsonNode value = node.path(name);
          if (!isAbsent(value)) {
            value(fact, value, pointer + "/" + name).ifPresent(read -> known.put(name, read));
          }
        });
    return new FactSet(path, known);
  }

  private Optional<Object> value(FactDefinition fact, JsonNode node, String pointer) {
    if (fact.type() != ValueType.Plain.ENTRIES) {
      return values.read(fact.type(), fact.range(), node, pointer);
    }
    return values
        .entries(node, pointer)
        .map(
            entries -> {
              List<FactSet> sets = new ArrayList<>();
              for (JsonNode entry : entries) {
                int index = sets.size();
                sets.add(
                    factSet(
                        entry,
                        pointer + "/" + index,
                        fact.name(),
                        fact.name() + "[" + index + "]."));
              }
              return sets;
            });
  }

  private Map<String, Object> whatIf(JsonNode node, String pointer, Policy policy) {
    if (!isObject(node, pointer, "an object of values by the name of a parameter")) {
      return Map.of();
    }
    Set<String> names =
        new LinkedHashSet<>(policy.parameters().stream().map(Parameter::name).toList());
    refuseUnknown("parameter", node, pointer, names);
    Map<String, Object> supposed = new LinkedHashMap<>();
    for (Parameter<?> parameter : policy.parameters()) {
      if (node.has(parameter.name())) {
        values
            .read(
                parameter.declaration().type(),
                parameter.declaration().range(),
                node.path(parameter.name()),
                pointer + "/" + parameter.name())
            .ifPresent(value -> supposed.put(parameter.name(), value));
      }
    }
    return supposed;
  }

  private boolean isObject(JsonNode node, String pointer, String allowed) {
    if (!node.isObject()) {
      values.wrongType(node, pointer, allowed);
    }
    return node.isObject();
  }

  private void refuseUnknown(String what, JsonNode node, String pointer, Set<String> names) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                faults.add(ValueReader.unknown(what, pointer, name, names));
              }
            });
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
