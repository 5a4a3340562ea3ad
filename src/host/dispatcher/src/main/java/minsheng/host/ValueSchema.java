package minsheng.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import minsheng.kernel.Coded;
import minsheng.kernel.Range;
import minsheng.kernel.ResultDefinition;
import minsheng.kernel.ValueType;
import minsheng.kernel.ValueType.Plain;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12) of single values: what {@link ValueReader} reads, and what is answered.
 */
final class ValueSchema {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValueSchema() {}

  /** A value of a request. */
  static ObjectNode of(ValueType type, @Nullable Range range) {
    return switch (type) {
      case ValueType.Choice(List<? extends Coded> allowed) -> choice(allowed);
      case ValueType.ListOf(Plain element) -> list(of(element, null));
      case Plain plain ->
          switch (plain) {
            case BOOLEAN -> typed("boolean");
            case INTEGER -> within(integer(), range, BigDecimal.valueOf(ValueReader.MAX_INTEGER));
            case MONEY, NUMBER -> within(typed("number"), range, ValueReader.MAX_NUMBER);
            case DATE -> date();
            case MONTH -> month();
            case DIVISION -> division();
            case TEXT -> typed("string").put("maxLength", ValueReader.MAX_TEXT);
            case ENTRIES -> throw new IllegalArgumentException("entries are objects of their own");
          };
    };
  }

  /** A field of an answer. Lists of objects and of reason codes are not single values. */
  static ObjectNode of(ResultDefinition field) {
    ObjectNode schema =
        switch (field.declaredType().replace("|null", "")) {
          case "boolean" -> typed("boolean");
          case "integer" -> integer().put("minimum", 0);
          case "number" -> typed("number").put("minimum", 0);
          case "date" -> date();
          case "month" -> month();
          case "division" -> division();
          case "enum" -> choice(field.allowed());
          case "list of integers" -> list(integer());
          default -> typed("string");
        };
    return field.canBeNull() ? orNull(schema) : schema;
  }

  static ObjectNode list(ObjectNode items) {
    ObjectNode list = typed("array").put("maxItems", ValueReader.MAX_ENTRIES);
    list.set("items", items);
    return list;
  }

  static ObjectNode choice(Collection<? extends Coded> allowed) {
    ObjectNode choice = typed("string");
    ArrayNode codes = choice.putArray("enum");
    // Not of the standard; generators of clients make comments of it.
    ArrayNode labels = choice.putArray("x-enum-descriptions");
    allowed.forEach(
        each -> {
          codes.add(each.code());
          labels.add(each.label());
        });
    return choice;
  }

  static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static ObjectNode integer() {
    return typed("integer").put("format", "int32");
  }

  private static ObjectNode date() {
    return typed("string").put("format", "date");
  }

  private static ObjectNode month() {
    return typed("string").put("pattern", "^\\d{4}-(0[1-9]|1[0-2])$");
  }

  private static ObjectNode division() {
    return typed("string").put("pattern", "^[1-8]\\d{5}$");
  }

  private static ObjectNode within(ObjectNode schema, @Nullable Range range, BigDecimal most) {
    BigDecimal least = range == null ? BigDecimal.ZERO : range.min();
    schema.set(
        range != null && range.exclusiveMin() ? "exclusiveMinimum" : "minimum", number(least));
    schema.set("maximum", number(range == null || range.max() == null ? most : range.max()));
    return schema;
  }

  private static JsonNode number(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        ? NODES.numberNode(number.longValueExact())
        : NODES.numberNode(number);
  }

  private static ObjectNode orNull(ObjectNode schema) {
    String type = schema.path("type").asText();
    schema.putArray("type").add(type).add("null");
    if (schema.path("enum") instanceof ArrayNode codes) {
      codes.addNull();
    }
    return schema;
  }
}
