package minsheng.host.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import minsheng.host.Dispatcher;
import minsheng.host.Request;
import minsheng.host.Response;

/**
 * Translates between the payloads of an API Gateway (1.0 of a REST API, 2.0 of an HTTP API) and the
 * dispatcher. There is no HTTP server behind it.
 */
@Singleton
public class LambdaAdapter implements RequestStreamHandler {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String BATCH_SCOPE = "minsheng:batch";
  private static final byte[] NOTHING = new byte[0];

  private final Dispatcher dispatcher;

  public LambdaAdapter(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handle(in, out);
  }

  /** The same without what Lambda tells about itself, which no answer depends on. */
  public void handle(InputStream in, OutputStream out) throws IOException {
    JsonNode payload = MAPPER.readTree(in);
    Request request = request(payload);
    Response response =
        request.isBatch() && !isOfAgency(payload.path("requestContext").path("authorizer"))
            ? Dispatcher.batchForbidden(requestId(payload))
            : dispatcher.dispatch(request);
    out.write(payload(response).toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether the gateway has found a valid token with the scope: a route that has been left open
   * lets nobody in. An HTTP API tells the claims of a token below {@code jwt}, a REST API does not.
   */
  private static boolean isOfAgency(JsonNode authorizer) {
    JsonNode claims = authorizer.path("jwt").path("claims");
    if (claims.isMissingNode()) {
      claims = authorizer.path("claims");
    }
    return List.of(claims.path("scope").asText().split(" ")).contains(BATCH_SCOPE);
  }

  private static Request request(JsonNode payload) {
    boolean isVersion2 = payload.path("version").asText().startsWith("2");
    JsonNode http = payload.path("requestContext").path("http");
    String method = isVersion2 ? http.path("method").asText() : payload.path("httpMethod").asText();
    String path = isVersion2 ? withoutStage(payload) : payload.path("path").asText();
    return new Request(
        method,
        path,
        texts(payload.path("queryStringParameters"), name -> name),
        headers(payload),
        body(payload));
  }

  /** The gateway's own id of the request takes the place of what the caller says. */
  private static Map<String, String> headers(JsonNode payload) {
    Map<String, String> headers =
        texts(payload.path("headers"), name -> name.toLowerCase(Locale.ROOT));
    headers.put("x-request-id", requestId(payload));
    return headers;
  }

  private static String requestId(JsonNode payload) {
    return payload.path("requestContext").path("requestId").asText();
  }

  /** An HTTP API puts the stage before the path, save for the stage $default. */
  private static String withoutStage(JsonNode payload) {
    String path = payload.path("rawPath").asText();
    String stage = "/" + payload.path("requestContext").path("stage").asText();
    return path.startsWith(stage + "/") ? path.substring(stage.length()) : path;
  }

  private static Map<String, String> texts(JsonNode node, UnaryOperator<String> name) {
    Map<String, String> texts = new HashMap<>();
    node.properties()
        .forEach(each -> texts.put(name.apply(each.getKey()), each.getValue().asText()));
    return texts;
  }

  private static byte[] body(JsonNode payload) {
    JsonNode body = payload.path("body");
    if (!body.isTextual()) {
      return NOTHING;
    }
    return payload.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body.textValue())
        : body.textValue().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode payload(Response response) {
    ObjectNode payload = MAPPER.createObjectNode();
    payload.put("statusCode", response.status());
    ObjectNode headers = payload.putObject("headers");
    response.headers().forEach(headers::put);
    payload.put("body", new String(response.body(), StandardCharsets.UTF_8));
    payload.put("isBase64Encoded", false);
    return payload;
  }
}
