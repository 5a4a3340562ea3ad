package minsheng.host.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import minsheng.host.Batch;
import minsheng.host.Dispatcher;
import minsheng.host.Request;
import minsheng.host.Response;

/** What a policy says of itself, asked as any caller would ask. */
final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCREEN = "screen";

  private final Dispatcher dispatcher;
  private final String policy;

  Contract(Dispatcher dispatcher, String policy) {
    this.dispatcher = dispatcher;
    this.policy = policy;
  }

  /**
   * @throws RefusedException when there is no such policy
   */
  Batch batch() {
    Request head = request("POST", path(), Batch.TYPE, "");
    return dispatcher
        .batch(head)
        .orElseThrow(() -> new RefusedException(detail(dispatcher.dispatch(head))));
  }

  private String path() {
    return policy.equals(SCREEN) ? "/v1/screen" : "/v1/policies/" + policy + "/assess";
  }

  /**
   * The types of the facts that the policy reads, by name.
   *
   * @throws RefusedException for a screening, whose answers are no rows
   */
  Map<String, String> facts() {
    Map<String, String> types = new LinkedHashMap<>();
    description()
        .path("facts")
        .forEach(fact -> types.put(fact.path("name").asText(), fact.path("type").asText()));
    return types;
  }

  /** The names of the fields of the result. */
  List<String> result() {
    List<String> names = new ArrayList<>();
    description().path("result").forEach(field -> names.add(field.path("name").asText()));
    return names;
  }

  private JsonNode description() {
    if (policy.equals(SCREEN)) {
      throw new RefusedException("a screening has no table of answers; leave --csv out.");
    }
    return json(dispatcher.dispatch(request("GET", "/v1/policies/" + policy, "", "")).body());
  }

  /**
   * Refuses facts that no policy knows, with the names that were probably meant.
   *
   * @param facts with null for each
   * @throws RefusedException naming every unknown fact
   */
  void refuseUnknown(ObjectNode facts) {
    ObjectNode probe = JsonNodeFactory.instance.objectNode();
    probe.set("facts", facts);
    Response response =
        dispatcher.dispatch(request("POST", path(), "application/json", probe.toString()));
    List<String> faults = new ArrayList<>();
    json(response.body())
        .path("errors")
        .forEach(error -> faults.add(error.path("detail").asText()));
    if (!faults.isEmpty()) {
      throw new RefusedException("the heading: " + String.join(" ", faults));
    }
  }

  private static Request request(String method, String path, String type, String body) {
    return new Request(
        method,
        path,
        Map.of(),
        Map.of("content-type", type),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String detail(Response response) {
    return json(response.body()).path("detail").asText();
  }

  static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
