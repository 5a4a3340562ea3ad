package minsheng.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import minsheng.kernel.Attainable;
import minsheng.kernel.Coded;
import minsheng.kernel.DatedValue;
import minsheng.kernel.Division;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Harbin;
import minsheng.kernel.Measure;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.Remark;
import minsheng.kernel.ResultDefinition;
import minsheng.kernel.ValueType;

/**
 * The descriptions that a caller can ask for: the policies, one of them whole, and the divisions.
 */
final class PolicyJson {

  private PolicyJson() {}

  static ObjectNode list(Iterable<Policy> policies, Iterable<Measure> measures) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    ArrayNode entries = list.putArray("policies");
    policies.forEach(policy -> entries.add(head(policy)));
    measures.forEach(measure -> entries.add(information(measure)));
    return list;
  }

  private static ObjectNode information(Measure measure) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", measure.id());
    node.put("kind", "information");
    node.put("nameZh", measure.nameZh());
    node.put("nameEn", measure.nameEn());
    node.put("authority", measure.authority());
    node.set("clause", AnswerJson.clause(measure.clause()));
    return node;
  }

  /**
   * @param operator the operator's values of this policy, which lie over the law's
   */
  static ObjectNode whole(
      Policy policy, String ruleset, Map<String, List<DatedValue<?>>> operator) {
    ObjectNode node = head(policy);
    node.put("positiveOutcome", policy.positiveOutcome().code());
    ArrayNode facts = node.putArray("facts");
    policy.facts().forEach(use -> facts.add(fact(use.definition(), use.needed())));
    ArrayNode parameters = node.putArray("parameters");
    policy
        .parameters()
        .forEach(
            each -> parameters.add(parameter(each, operator.getOrDefault(each.name(), List.of()))));
    ArrayNode result = node.putArray("result");
    policy.result().forEach(field -> result.add(field(field)));
    ArrayNode reasons = node.putArray("reasons");
    policy
        .reasons()
        .forEach(
            reason -> {
              ObjectNode entry = reasons.addObject();
              entry.put("code", reason.code());
              entry.put("satisfied", reason.satisfied());
              entry.put("zh", reason.zh());
              entry.put("en", reason.en());
              entry.set("basis", AnswerJson.value(reason.basis()));
            });
    ArrayNode clauses = node.putArray("clauses");
    policy.clauses().forEach(clause -> clauses.add(AnswerJson.clause(clause)));
    node.set("documentsToBring", AnswerJson.value(policy.documentsToBring()));
    node.put("whereToApply", policy.whereToApply());
    node.set(
        "openQuestions",
        AnswerJson.value(policy.openQuestions().stream().map(Remark::en).toList()));
    node.set(
        "openQuestionsZh",
        AnswerJson.value(policy.openQuestions().stream().map(Remark::zh).toList()));
    node.set("relatedPolicies", AnswerJson.value(policy.relatedPolicies()));
    node.set("cannotBeHeldTogetherWith", AnswerJson.value(policy.cannotBeHeldTogetherWith()));
    ArrayNode exclusions = node.putArray("exclusions");
    policy
        .exclusions()
        .forEach(
            each ->
                exclusions.addObject().put("policy", each.policy()).put("clause", each.clause()));
    node.set("includes", AnswerJson.value(policy.includes()));
    node.set("notes", AnswerJson.value(policy.notes()));
    node.put("ruleset", ruleset);
    return node;
  }

  static ObjectNode divisions() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    place(node.putObject("city"), Harbin.CITY);
    place(node.putObject("province"), Harbin.PROVINCE);
    ArrayNode divisions = node.putArray("divisions");
    for (Division.OfHarbin each : Harbin.DIVISIONS) {
      ObjectNode entry = divisions.addObject();
      entry.put("code", each.division().code());
      entry.put("zh", each.zh());
      entry.put("en", each.en());
      entry.put("class", each.kind().name().toLowerCase(Locale.ROOT));
      entry.put("mainSix", each.mainSix());
    }
    return node;
  }

  private static void place(ObjectNode node, Harbin.Place place) {
    node.put("code", place.code());
    node.put("zh", place.zh());
    node.put("en", place.en());
  }

  private static ObjectNode head(Policy policy) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", policy.id());
    node.put("kind", policy.kind());
    node.put("nameZh", policy.nameZh());
    node.put("nameEn", policy.nameEn());
    node.put("summaryZh", policy.summaryZh());
    node.put("authority", policy.authority());
    node.put("audience", policy.audience());
    return node;
  }

  private static ObjectNode fact(FactDefinition fact, String needed) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    question(node, "name", fact);
    node.put("needed", needed);
    node.put("meaning", fact.meaning());
    node.put("personalData", fact.personalData());
    node.set("default", AnswerJson.value(fact.defaultValue()));
    AnswerJson.putIfPresent(node, "defaultReason", fact.defaultReason());
    if (fact.attainable() != null) {
      node.set("attainable", attainable(fact.attainable()));
    }
    return node;
  }

  /** How a fact is asked for. */
  static void question(ObjectNode node, String name, FactDefinition fact) {
    node.put(name, fact.name());
    node.put("type", fact.declaredType());
    AnswerJson.putIfPresent(node, "unit", fact.unit());
    if (fact.range() != null) {
      node.put("range", fact.range().text());
    }
    if (fact.type() instanceof ValueType.Choice(List<? extends Coded> allowed)) {
      choices(node, allowed);
    }
    node.put("questionZh", fact.question());
    node.put("hintZh", fact.hint());
  }

  private static ObjectNode attainable(Attainable attainable) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("kind", attainable.kind().code());
    if (attainable.towards() == null) {
      node.set("values", AnswerJson.value(attainable.values()));
    } else {
      node.put("towards", attainable.towards().code());
    }
    node.put("zh", attainable.zh());
    return node;
  }

  private static void choices(ObjectNode node, List<? extends Coded> allowed) {
    ArrayNode choices = node.putArray("allowed");
    for (Coded each : allowed) {
      ObjectNode choice = choices.addObject();
      choice.put("value", each.code()).put("zh", each.label());
      AnswerJson.putIfPresent(choice, "meaning", each.meaning());
    }
  }

  private static ObjectNode parameter(Parameter<?> parameter, List<DatedValue<?>> operator) {
    Parameter.Declaration declaration = parameter.declaration();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", declaration.name());
    node.put("type", declaration.declaredType());
    node.put("unit", declaration.unit());
    if (declaration.range() != null) {
      node.put("range", declaration.range().text());
    }
    node.put("meaning", declaration.meaning());
    AnswerJson.putIfPresent(node, "labelZh", declaration.labelZh());
    if (declaration.type() instanceof ValueType.Choice(List<? extends Coded> allowed)) {
      choices(node, allowed);
    }
    AnswerJson.putIfPresent(
        node, "recommendedDefaultReason", declaration.recommendedDefaultReason());
    AnswerJson.putIfPresent(node, "clause", declaration.clause());
    if (parameter.values().isEmpty() && operator.isEmpty()) {
      node.put("status", "unconfigured");
    }
    node.put("required", declaration.required());
    if (declaration.informational()) {
      node.put("informational", true);
    }
    ArrayNode values = node.putArray("values");
    parameter.values().forEach(value -> values.add(AnswerJson.datedValue(value)));
    operator.forEach(value -> values.add(AnswerJson.datedValue(value)));
    return node;
  }

  private static ObjectNode field(ResultDefinition field) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", field.name());
    node.put("type", field.declaredType());
    node.put("unit", field.unit());
    node.put("meaning", field.meaning());
    AnswerJson.putIfPresent(node, "labelZh", field.labelZh());
    AnswerJson.putIfPresent(node, "atMost", field.atMost());
    if (!field.allowed().isEmpty()) {
      choices(node, field.allowed());
    }
    if (field.explanatory()) {
      node.put("explanatory", true);
    }
    if (field.role() != null) {
      node.put("role", field.role().code());
    }
    return node;
  }
}
