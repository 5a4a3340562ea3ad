package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import minsheng.kernel.Assessment;
import minsheng.kernel.Clause;
import minsheng.kernel.Coded;
import minsheng.kernel.DatedValue;
import minsheng.kernel.Division;
import minsheng.kernel.Law;
import minsheng.kernel.Money;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.Reason;
import minsheng.kernel.Remark;
import org.jspecify.annotations.Nullable;

/** An assessment as the contract writes it. */
final class AnswerJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What an entry tells of its own decision. */
  private static final Set<String> OF_ENTRIES = Set.of("outcome", "reasonCodes");

  private AnswerJson() {}

  static ObjectNode of(Policy policy, String ruleset, String asOf, Assessment assessment) {
    return of(policy, ruleset, asOf, assessment, List.of());
  }

  /**
   * @param others reasons that are told beside those of the assessment; their clauses are given too
   */
  static ObjectNode of(
      Policy policy, String ruleset, String asOf, Assessment assessment, List<Reason> others) {
    ObjectNode answer = NODES.objectNode();
    answer.put("policy", policy.id());
    answer.put("asOf", asOf);
    answer.put("outcome", assessment.outcome().code());
    answer.set("result", result(policy, assessment));
    ArrayNode reasons = answer.putArray("reasons");
    assessment.reasons().forEach(reason -> reasons.add(reason(reason)));
    answer.set("missingFacts", value(assessment.missing().facts()));
    answer.set("missingParameters", value(assessment.missing().parameters()));
    ArrayNode parameters = answer.putArray("parameters");
    assessment.readings().forEach(reading -> parameters.add(reading(reading)));
    Set<String> basis = basis(assessment);
    others.forEach(reason -> basis.addAll(reason.basis()));
    ArrayNode clauses = answer.putArray("basis");
    policy.clauses().stream()
        .filter(clause -> basis.contains(clause.id()))
        .forEach(clause -> clauses.add(clause(clause)));
    answer.put("hypothetical", assessment.hypothetical());
    answer.put("ruleset", ruleset);
    return answer;
  }

  /** What is granted. An entry tells its own outcome and reasons where the policy gives it some. */
  private static JsonNode result(Policy policy, Assessment assessment) {
    Set<String> declared = new LinkedHashSet<>();
    policy.result().forEach(field -> declared.add(field.name()));
    JsonNode result = value(assessment.result());
    for (Map.Entry<String, JsonNode> field : result.properties()) {
      for (JsonNode entry : field.getValue()) {
        if (entry instanceof ObjectNode object) {
          OF_ENTRIES.stream()
              .filter(name -> !declared.contains(field.getKey() + "[]." + name))
              .forEach(object::remove);
        }
      }
    }
    return result;
  }

  /** The clauses that the reasons and the parameters rest on. */
  private static Set<String> basis(Assessment assessment) {
    Set<String> basis = new LinkedHashSet<>();
    assessment.reasons().forEach(reason -> basis.addAll(reason.basis()));
    for (Law.Reading reading : assessment.readings()) {
      if (reading.value().source() != null) {
        basis.add(reading.value().source());
      }
    }
    return basis;
  }

  static ObjectNode reason(Reason reason) {
    ObjectNode node = NODES.objectNode();
    node.put("code", reason.code());
    node.put("satisfied", reason.satisfied());
    node.put("text", reason.zh());
    node.set("basis", value(reason.basis()));
    return node;
  }

  private static ObjectNode reading(Law.Reading reading) {
    Parameter<?> parameter = reading.parameter();
    ObjectNode node = NODES.objectNode();
    node.put("name", parameter.name());
    ObjectNode value = datedValue(reading.value());
    node.set("value", value.get("value"));
    node.put("unit", parameter.declaration().unit());
    value.remove("value");
    value.remove("effectiveTo");
    value.remove("note");
    value.remove("noteZh");
    node.setAll(value);
    return node;
  }

  static ObjectNode datedValue(DatedValue<?> value) {
    ObjectNode node = NODES.objectNode();
    node.set("value", value(value.value()));
    node.set("effectiveFrom", value(value.effectiveFrom()));
    node.set("effectiveTo", value(value.effectiveTo()));
    node.put("evidence", value.evidence().name());
    node.put("source", value.source());
    putIfPresent(node, "dateEvidence", value.dateEvidence());
    if (value.provisional()) {
      node.put("provisional", true);
    }
    putIfPresent(node, "note", value.note());
    return node;
  }

  static ObjectNode clause(Clause clause) {
    ObjectNode node = NODES.objectNode();
    node.put("id", clause.id());
    node.put("document", clause.document());
    node.put("number", clause.number());
    node.put("issued", clause.issued());
    node.put("section", clause.section());
    node.put("quote", clause.quote());
    putIfPresent(node, "summary", clause.summary());
    node.put("evidence", clause.evidence().name());
    putIfPresent(node, "seed", clause.seed());
    putIfPresent(node, "address", clause.address());
    putIfPresent(node, "note", clause.note());
    return node;
  }

  static void putIfPresent(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  static void putIfPresent(ObjectNode node, String name, @Nullable Remark remark) {
    if (remark != null) {
      node.put(name, remark.en());
      node.put(name + "Zh", remark.zh());
    }
  }

  /** A value of one of the kernel's types. Money is a number in yuan. */
  static JsonNode value(@Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Money money -> NODES.numberNode(money.yuan());
      // As it is read: 60, and not 6E+1.
      case BigDecimal number -> NODES.numberNode(number.scale() < 0 ? number.setScale(0) : number);
      case Integer number -> NODES.numberNode(number);
      case Boolean flag -> NODES.booleanNode(flag);
      case Division division -> NODES.textNode(division.code());
      case Coded coded -> NODES.textNode(coded.code());
      case Assessment part -> value(part.asEntry());
      case Collection<?> all -> {
        ArrayNode array = NODES.arrayNode();
        all.forEach(each -> array.add(value(each)));
        yield array;
      }
      case Map<?, ?> fields -> {
        ObjectNode object = NODES.objectNode();
        fields.forEach((name, field) -> object.set(name.toString(), value(field)));
        yield object;
      }
      default -> NODES.textNode(value.toString());
    };
  }
}
