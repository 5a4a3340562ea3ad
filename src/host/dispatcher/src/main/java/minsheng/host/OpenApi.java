package minsheng.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minsheng.host.Problem.Kind;
import minsheng.kernel.Coded;
import minsheng.kernel.Evidence;
import minsheng.kernel.Outcome;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import minsheng.screening.Headline;
import minsheng.screening.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The contract as an OpenAPI 3.1 document: of what this process answers for, and of nothing else.
 * What all policies have in common stands in {@code openapi.yaml}; the rest is made of the policies
 * themselves, their worked examples with the answers that the rules give by the law alone.
 */
final class OpenApi {

  static final String PATH = "/openapi.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ASSESS = "/v1/policies/%s/assess";
  private static final String SCREEN = "/v1/screen";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";
  private static final String COMPONENTS = "components";
  private static final String SCHEMAS = "schemas";
  private static final String RESPONSES = "responses";

  private final Functions functions;
  private @Nullable String text;

  OpenApi(Functions functions) {
    this.functions = functions;
  }

  /** Made when it is first asked for: a process that starts has no time for it. */
  synchronized String text() {
    if (text == null) {
      text = new Document(functions).whole().toPrettyString() + "\n";
    }
    return text;
  }

  /** The document in the making. */
  private static final class Document {

    private final List<Rule> assessed;
    private final List<Rule> screened;
    private final Dispatcher dispatcher;
    private final ObjectNode root = frame();
    private final JsonNode templates = root.remove("templates");
    private final ObjectNode schemas = (ObjectNode) root.path(COMPONENTS).path(SCHEMAS);
    private final PolicySchemas ofPolicies = new PolicySchemas(schemas, templates);

    Document(Functions functions) {
      assessed = inOrder(functions.assessed());
      screened = inOrder(functions.screened());
      // An example is of a day, and of the law: no clock and no operator has a part in it.
      dispatcher = new Dispatcher(functions, OperatorValues.NONE, Clock.systemUTC());
    }

    private static List<Rule> inOrder(List<Rule> rules) {
      Map<String, Rule> byId = new TreeMap<>();
      rules.forEach(rule -> byId.put(rule.policy().id(), rule));
      return List.copyOf(byId.values());
    }

    private static ObjectNode frame() {
      try (InputStream frame = OpenApi.class.getResourceAsStream("openapi.yaml")) {
        return (ObjectNode) new YAMLMapper().readTree(frame);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    ObjectNode whole() {
      addValues();
      ofPolicies.addVocabulary();
      ObjectNode frame = (ObjectNode) root.path("paths");
      ObjectNode paths = NODES.objectNode();
      assessed.stream().map(Rule::policy).forEach(policy -> assess(paths, policy));
      paths.setAll(frame);
      root.set("paths", paths);
      if (screened.isEmpty()) {
        paths.remove(List.of(SCREEN, SCREEN + "/next"));
      } else {
        screen(paths);
      }
      paths.forEach(
          path -> path.properties().forEach(each -> problems(each.getKey(), each.getValue())));
      describeProblems();
      removeUnused();
      return root;
    }

    /** What stands in the code, and not in the frame. */
    private void addValues() {
      enumerate("Outcome", Arrays.stream(Outcome.values()).map(Coded::code));
      enumerate("Evidence", Arrays.stream(Evidence.values()).map(Enum::name));
      enumerate("Standing", Arrays.stream(Standing.values()).map(Coded::code));
      enumerate("PolicyId", all().map(Policy::id));
      enumerate(
          "Kind", Stream.concat(all().map(Policy::kind), Stream.of("information")).distinct());
      ObjectNode payment = (ObjectNode) schemas.path("Payment").path("properties");
      payment.set(
          "per",
          PolicySchemas.names(
              Arrays.stream(Headline.Per.values())
                  .map(each -> each.name().toLowerCase(Locale.ROOT))));
      ObjectNode finding = (ObjectNode) schemas.path("Finding");
      JsonNode answer = templates.path("answer");
      finding.withArray("required").addAll((ArrayNode) answer.path("required"));
      ((ObjectNode) finding.path("properties")).setAll((ObjectNode) answer.path("properties"));
    }

    private Stream<Policy> all() {
      return Stream.concat(assessed.stream(), screened.stream()).map(Rule::policy).distinct();
    }

    private void enumerate(String schema, Stream<String> names) {
      ((ObjectNode) schemas.path(schema)).setAll(PolicySchemas.names(names));
    }

    private void assess(ObjectNode paths, Policy policy) {
      String path = ASSESS.formatted(policy.id());
      ObjectNode operation = NODES.objectNode();
      operation.put("operationId", "assess" + PolicySchemas.named(policy.id()));
      operation.put("summary", policy.nameZh() + " · " + policy.nameEn());
      operation.put(
          "description",
          "%s\n\n%s. For %s.".formatted(policy.summaryZh(), policy.authority(), policy.audience()));
      operation.setAll((ObjectNode) templates.path("assess").deepCopy());
      ObjectNode question = (ObjectNode) operation.path("requestBody").path("content").path(JSON);
      ObjectNode answer = answer(operation);
      question.set("schema", ofPolicies.request(policy));
      answer.set("schema", ofPolicies.answer(policy));
      for (Policy.Example example : policy.examples()) {
        example(
            question, example.id(), example.title(), Json.read(example.request().getBytes(UTF_8)));
        example(answer, example.id(), example.title(), post(path, example.request()));
      }
      paths.putObject(path).set("post", operation);
    }

    private static ObjectNode answer(JsonNode operation) {
      return (ObjectNode) operation.path(RESPONSES).path("200").path("content").path(JSON);
    }

    /** The first example of the first policy stands for all. */
    private void screen(ObjectNode paths) {
      ObjectNode whatIf = ValueSchema.typed("object");
      whatIf.put("additionalProperties", false);
      ObjectNode properties = whatIf.putObject("properties");
      screened.stream()
          .map(Rule::policy)
          .filter(policy -> !policy.parameters().isEmpty())
          .forEach(policy -> properties.set(policy.id(), ofPolicies.whatIf(policy)));
      schemas.set("WhatIfByPolicy", whatIf);
      Policy first = screened.getFirst().policy();
      for (Policy.Example example : first.examples().stream().limit(1).toList()) {
        ObjectNode question = (ObjectNode) Json.read(example.request().getBytes(UTF_8));
        question.remove("whatIf");
        question.putArray("policies").add(first.id());
        for (String path : List.of(SCREEN, SCREEN + "/next")) {
          JsonNode operation = paths.path(path).path("post");
          example(
              (ObjectNode) operation.path("requestBody").path("content").path(JSON),
              example.id(),
              example.title(),
              question);
          example(
              answer(operation), example.id(), example.title(), post(path, question.toString()));
        }
      }
    }

    private static void example(ObjectNode content, String id, String title, JsonNode value) {
      ObjectNode example = content.withObject("/examples").putObject(id);
      example.put("summary", title);
      example.set("value", value);
    }

    private JsonNode post(String path, String body) {
      return read(ask("POST", path, JSON, body));
    }

    private Response ask(String method, String path, String type, String body) {
      return dispatcher.dispatch(
          new Request(
              method,
              path,
              Map.of(),
              Map.of("content-type", type, "x-request-id", "example"),
              body.getBytes(UTF_8)));
    }

    private static JsonNode read(Response response) {
      return Json.read(response.body());
    }

    /** What an operation may answer instead; the health of a process is told by its server. */
    private void problems(String method, JsonNode operation) {
      if (operation.path("tags").path(0).asText().equals("health")) {
        return;
      }
      templates
          .path("problems")
          .path(method)
          .properties()
          .forEach(
              each ->
                  ((ObjectNode) operation.path(RESPONSES))
                      .putObject(each.getKey())
                      .put("$ref", "#/components/responses/" + each.getValue().asText()));
    }

    private void describeProblems() {
      Map<String, Response> examples = badRequests();
      templates
          .path("problems")
          .path("post")
          .properties()
          .forEach(
              each -> {
                ObjectNode response =
                    (ObjectNode)
                        root.path(COMPONENTS).path(RESPONSES).path(each.getValue().asText());
                List<String> types =
                    Arrays.stream(Kind.values())
                        .filter(kind -> each.getKey().equals(String.valueOf(kind.status)))
                        .map(kind -> "* `%s` %s".formatted(kind.type(), kind.title))
                        .toList();
                String description = response.path("description").asText().strip();
                String end = types.isEmpty() || description.contains("\n* ") ? "" : "\n";
                response.put(
                    "description",
                    Stream.concat(Stream.of(description + end), types.stream())
                        .collect(Collectors.joining("\n")));
                response
                    .withObject("/headers")
                    .putObject("X-Request-Id")
                    .put("$ref", "#/components/headers/X-Request-Id");
                ObjectNode content = response.putObject("content").putObject(PROBLEM);
                content.putObject("schema").put("$ref", "#/components/schemas/Problem");
                Response example = examples.get(each.getKey());
                if (example != null) {
                  content.set("example", read(example));
                }
              });
    }

    /** A bad request of each kind that the dispatcher refuses, by status. */
    private Map<String, Response> badRequests() {
      String path =
          assessed.isEmpty() ? SCREEN : ASSESS.formatted(assessed.getFirst().policy().id());
      Map<String, Response> byStatus = new TreeMap<>();
      Stream.of(
              ask("POST", path, JSON, "{\"facts\": {}, \"asof\": \"2026-11-21\"}"),
              ask("GET", "/v1/police", JSON, ""),
              ask("GET", path, JSON, ""),
              ask("POST", path, JSON, " ".repeat(Dispatcher.MAX_BODY + 1)),
              ask("POST", path, "text/plain", ""),
              ask("POST", path, JSON, "{}"))
          .forEach(response -> byStatus.put(String.valueOf(response.status()), response));
      return byStatus;
    }

    /** What no path leads to: an image of one function shows the facts of that function alone. */
    private void removeUnused() {
      Set<String> used = new HashSet<>();
      Deque<JsonNode> open = new ArrayDeque<>(List.of(root.path("paths")));
      while (!open.isEmpty()) {
        for (JsonNode reference : open.pop().findValues("$ref")) {
          if (used.add(reference.asText())) {
            open.push(root.at(reference.asText().substring(1)));
          }
        }
      }
      for (String section : List.of(SCHEMAS, RESPONSES, "headers")) {
        ObjectNode all = (ObjectNode) root.path(COMPONENTS).path(section);
        all.retain(
            all.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> used.contains("#/components/" + section + "/" + name))
                .toList());
      }
    }
  }
}
