package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minsheng.kernel.FactDefinition;
import minsheng.kernel.Parameter;
import minsheng.kernel.Policy;
import minsheng.kernel.ResultDefinition;
import minsheng.kernel.ValueType;
import minsheng.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of requests and answers, as each policy has them. Each stands by name among the
 * document's components, so that what is shared is there once and clients have names for it.
 */
final class PolicySchemas {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode schemas;
  private final JsonNode templates;

  /**
   * @param schemas those of the document, to which these are added
   * @param templates what requests and answers of all policies have in common
   */
  PolicySchemas(ObjectNode schemas, JsonNode templates) {
    this.schemas = schemas;
    this.templates = templates;
  }

  /** The whole vocabulary: each fact, and an object of them all. */
  void addVocabulary() {
    Collection<FactDefinition> facts = Vocabulary.facts().values();
    facts.stream()
        .filter(fact -> fact.type() != ValueType.Plain.ENTRIES)
        .forEach(fact -> add(named(fact.name()), fact(fact)));
    facts.stream()
        .map(fact -> fact.list().orElse(""))
        .distinct()
        .forEach(
            list ->
                add(
                    named(list) + "FactName",
                    names(
                        facts.stream()
                            .filter(fact -> fact.list().orElse("").equals(list))
                            .map(FactDefinition::field))));
    addFacts("Facts", "家庭情况,所有政策共用。 The facts of a household, for any policy.", "", facts);
  }

  /** The request of a policy. */
  ObjectNode request(Policy policy) {
    ObjectNode request = templates.path("request").deepCopy();
    ObjectNode properties = (ObjectNode) request.path("properties");
    properties.set(
        "facts",
        addFacts(
            named(policy.id()) + "Facts",
            """
            这项政策要看的情况。 The facts that this policy reads. Others of the vocabulary may be sent; they are checked and ignored.
            Each is asked for:

            """
                + policy.facts().stream()
                    .map(use -> "* `%s`: %s%n".formatted(use.definition().name(), use.needed()))
                    .collect(Collectors.joining()),
            "",
            policy.facts().stream().map(Policy.FactUse::definition).toList()));
    if (!policy.parameters().isEmpty()) {
      properties.set("whatIf", whatIf(policy));
    }
    return add(named(policy.id()) + "Request", request);
  }

  /** Values of a policy's parameters, for one call. */
  ObjectNode whatIf(Policy policy) {
    String name = named(policy.id()) + "WhatIf";
    if (schemas.has(name)) {
      return reference(name);
    }
    ObjectNode values =
        object("假设的标准,只用于这一次。 Values that replace parameters of this policy for this one call.");
    policy
        .parameters()
        .forEach(each -> ((ObjectNode) values.path("properties")).set(each.name(), value(each)));
    return add(name, values);
  }

  /** The answer of a policy. */
  ObjectNode answer(Policy policy) {
    String name = named(policy.id());
    ObjectNode answer = templates.path("answer").deepCopy();
    ObjectNode properties = (ObjectNode) answer.path("properties");
    properties.set("policy", names(Stream.of(policy.id())));
    ObjectNode reason = schemas.path("Reason").deepCopy();
    ((ObjectNode) reason.path("properties")).set("code", add(name + "ReasonCode", codes(policy)));
    items(properties, "reasons", add(name + "Reason", reason));
    if (!policy.parameters().isEmpty()) {
      items(
          properties,
          "missingParameters",
          add(name + "ParameterName", names(policy.parameters().stream().map(Parameter::name))));
    }
    properties.set("result", addResult(policy, name + "Result", ""));
    return add(name + "Answer", answer);
  }

  private static void items(ObjectNode properties, String list, ObjectNode items) {
    ((ObjectNode) properties.path(list)).set("items", items);
  }

  private static ObjectNode codes(Policy policy) {
    ObjectNode codes = names(policy.reasons().stream().map(each -> each.code()));
    ArrayNode sentences = codes.putArray("x-enum-descriptions");
    policy.reasons().forEach(each -> sentences.add(each.zh() + " " + each.en()));
    return codes;
  }

  private ObjectNode addFacts(
      String name, String description, String list, Collection<FactDefinition> facts) {
    ObjectNode properties = NODES.objectNode();
    facts.stream()
        .filter(fact -> fact.list().orElse("").equals(list))
        .forEach(
            fact ->
                properties.set(
                    fact.field(),
                    fact.type() == ValueType.Plain.ENTRIES
                        ? told(
                            ValueSchema.list(
                                addFacts(
                                    name + named(fact.name()) + "Entry",
                                    "其中一个。 One of them.",
                                    fact.name(),
                                    facts)),
                            fact)
                        : reference(named(fact.name()))));
    ObjectNode object = ValueSchema.typed("object").put("description", description);
    object.set("propertyNames", reference(named(list) + "FactName"));
    object.set("properties", properties);
    return add(name, object);
  }

  private static ObjectNode fact(FactDefinition fact) {
    return told(ValueSchema.of(fact.type(), fact.range()), fact);
  }

  private static ObjectNode told(ObjectNode schema, FactDefinition fact) {
    String absent =
        fact.defaultValue() == null
            ? null
            : "Absent: taken as `%s`, because %s"
                .formatted(fact.defaultValue(), fact.defaultReason());
    return told(schema, fact.question(), fact.unit(), fact.hint(), fact.meaning(), absent)
        .put("x-personal-data", fact.personalData());
  }

  private static ObjectNode value(Parameter<?> parameter) {
    Parameter.Declaration declaration = parameter.declaration();
    return told(
        ValueSchema.of(declaration.type(), declaration.range()),
        declaration.labelZh(),
        declaration.unit(),
        declaration.meaning());
  }

  private ObjectNode addResult(Policy policy, String name, String list) {
    ObjectNode object =
        object(
            list.isEmpty()
                ? "结果,还不知道的不列。 What is granted and what explains it; a field that is not known is absent."
                : "其中一个,按给出的顺序。 One of them, in the order given.");
    ObjectNode properties = (ObjectNode) object.path("properties");
    policy.result().stream()
        .filter(field -> listOf(field).equals(list))
        .forEach(
            field ->
                properties.set(
                    field.field(),
                    told(
                        result(policy, name, field),
                        field.labelZh(),
                        field.unit(),
                        field.meaning(),
                        field.atMost() == null ? null : "At most `" + field.atMost() + "`")));
    return add(name, object);
  }

  private ObjectNode result(Policy policy, String name, ResultDefinition field) {
    return switch (field.declaredType()) {
      case "list" ->
          ValueSchema.list(addResult(policy, name + named(field.name()) + "Entry", field.name()));
      case "list of codes" -> ValueSchema.list(reference(named(policy.id()) + "ReasonCode"));
      case String type when type.equals("enum") && field.isOfItsDecision() -> reference("Outcome");
      default -> ValueSchema.of(field);
    };
  }

  private static String listOf(ResultDefinition field) {
    return field.isOfEntry() ? field.name().substring(0, field.name().indexOf("[].")) : "";
  }

  /** With a title in Chinese and what else there is to say; a reference tells that itself. */
  private static ObjectNode told(
      ObjectNode schema,
      @Nullable String title,
      @Nullable String unit,
      @Nullable String... sentences) {
    if (schema.has("$ref")) {
      return schema;
    }
    if (title != null) {
      schema.put("title", title);
    }
    schema.put(
        "description",
        Stream.concat(
                Arrays.stream(sentences), Stream.ofNullable(unit).map(each -> "Unit: " + each))
            .filter(Objects::nonNull)
            .map(sentence -> sentence.matches("(?s).*[.。?？!！…]") ? sentence : sentence + ".")
            .collect(Collectors.joining(" ")));
    if (unit != null) {
      schema.put("x-unit", unit);
    }
    return schema;
  }

  private static ObjectNode object(String description) {
    ObjectNode object = ValueSchema.typed("object").put("description", description);
    object.put("additionalProperties", false);
    object.putObject("properties");
    return object;
  }

  static ObjectNode names(Stream<String> names) {
    ObjectNode schema = ValueSchema.typed("string");
    ArrayNode all = schema.putArray("enum");
    names.forEach(all::add);
    return schema;
  }

  private ObjectNode add(String name, ObjectNode schema) {
    if (schemas.has(name)) {
      throw new IllegalStateException("two schemas of the name " + name);
    }
    schemas.set(name, schema);
    return reference(name);
  }

  private static ObjectNode reference(String name) {
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  /** {@code childcare-subsidy} and {@code children[].birthDate} as the name of a type. */
  static String named(String name) {
    return Stream.of(name.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
