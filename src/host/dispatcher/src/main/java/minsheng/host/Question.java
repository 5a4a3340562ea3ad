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
 * What is asked of one policy: {@code {asOf?, facts, whatIf?}}, read from JSON. Facts of the
 * vocabulary that the policy does not use are checked all the same, so that one description of a
 * household can be sent to every function.
 *
 * @param asOf null = today
 * @param whatIf values of the policy's parameters, by name
 */
record Question(@Nullable LocalDate asOf, FactSet facts, Map<String, Object> whatIf) {

  private static final Set<String> FIELDS = Set.of("asOf", "facts", "whatIf");

  /** The names of the facts of a case, and of the entries of each list. */
  private static final Map<String, Map<String, FactDefinition>> NAMES = names();

  private static Map<String, Map<String, FactDefinition>> names() {
    Map<String, Map<String, FactDefinition>> names = new LinkedHashMap<>();
    for (FactDefinition fact : Vocabulary.facts().values()) {
      String list =
          fact.name().equals(fact.field())
              ? ""
              : fact.name().substring(0, fact.name().indexOf("[]"));
      names.computeIfAbsent(list, key -> new LinkedHashMap<>()).put(fact.field(), fact);
    }
    return names;
  }

  /**
   * @throws ProblemException with every fault of the request
   */
  static Question read(JsonNode body, Policy policy) {
    List<Fault> faults = new ArrayList<>();
    Reading reading = new Reading(faults);
    Question question = reading.question(body, policy);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.of(faults));
    }
    return question;
  }

  private record Reading(List<Fault> faults, ValueReader values) {

    Reading(List<Fault> faults) {
      this(faults, new ValueReader(faults));
    }

    Question question(JsonNode body, Policy policy) {
      if (!body.isObject()) {
        values.wrongType(body, "", "a JSON object {asOf?, facts, whatIf?}");
        return new Question(null, FactSet.EMPTY, Map.of());
      }
      refuseUnknown("field", body, "", FIELDS);
      LocalDate asOf =
          isAbsent(body.path("asOf")) ? null : values.date(body.path("asOf"), "/asOf").orElse(null);
      FactSet facts = FactSet.EMPTY;
      if (isAbsent(body.path("facts"))) {
        faults.add(
            new Fault(
                "/facts",
                "missing-field",
                "`facts` is missing; give an object, {} when nothing is known.",
                null,
                "an object",
                null));
      } else {
        facts = factSet(body.path("facts"), "/facts", "", "");
      }
      return new Question(
          asOf,
          facts,
          isAbsent(body.path("whatIf")) ? Map.of() : whatIf(body.path("whatIf"), policy));
    }

    private FactSet factSet(JsonNode node, String pointer, String list, String path) {
      if (!node.isObject()) {
        values.wrongType(node, pointer, "an object of facts by name");
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

    private Map<String, Object> whatIf(JsonNode node, Policy policy) {
      if (!node.isObject()) {
        values.wrongType(node, "/whatIf", "an object of values by the name of a parameter");
        return Map.of();
      }
      Set<String> names =
          new LinkedHashSet<>(policy.parameters().stream().map(Parameter::name).toList());
      refuseUnknown("parameter", node, "/whatIf", names);
      Map<String, Object> supposed = new LinkedHashMap<>();
      for (Parameter<?> parameter : policy.parameters()) {
        if (node.has(parameter.name())) {
          values
              .read(
                  parameter.declaration().type(),
                  parameter.declaration().range(),
                  node.path(parameter.name()),
                  "/whatIf/" + parameter.name())
              .ifPresent(value -> supposed.put(parameter.name(), value));
        }
      }
      return supposed;
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
}
