package minsheng.contract.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two shapes in which an API Gateway hands an HTTP request to a function. */
public enum PayloadFormat {
  /** Format 1.0 as a REST API sends it: the path still encoded, absent parts null. */
  V1 {
    @Override
    Map<String, @Nullable Object> fields(GatewayRequest request) {
      String path = request.rawPath();
      boolean root = path.equals("/");
      Map<String, List<String>> query = request.query();
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("resource", root ? "/" : PROXY);
      fields.put("path", path);
      fields.put("httpMethod", request.method());
      fields.put("headers", single(request.headers(), List::getLast));
      fields.put("multiValueHeaders", request.headers());
      fields.put("queryStringParameters", nullIfEmpty(single(query, List::getLast)));
      fields.put("multiValueQueryStringParameters", nullIfEmpty(query));
      fields.put("pathParameters", root ? null : Map.of("proxy", path.substring(1)));
      fields.put("stageVariables", null);
      fields.put("requestContext", context(request, root ? "/" : PROXY));
      String text = request.text();
      fields.put("body", request.hasBody() ? text == null ? request.base64() : text : null);
      fields.put("isBase64Encoded", text == null);
      return fields;
    }

    private Map<String, @Nullable Object> context(GatewayRequest request, String resource) {
      Instant now = Instant.now();
      Map<String, @Nullable Object> identity = new LinkedHashMap<>();
      identity.put("accountId", null);
      identity.put("caller", null);
      identity.put("sourceIp", request.sourceIp());
      identity.put("user", null);
      identity.put("userAgent", request.header("User-Agent"));
      identity.put("userArn", null);
      Map<String, @Nullable Object> context = new LinkedHashMap<>();
      context.put("accountId", ACCOUNT);
      context.put("apiId", API);
      String scope = request.scope();
      if (scope != null) {
        context.put("authorizer", Map.of("claims", Map.of("scope", scope)));
      }
      context.put("domainName", DOMAIN);
      context.put("domainPrefix", API);
      context.put("httpMethod", request.method());
      context.put("identity", identity);
      context.put("path", "/prod" + request.rawPath());
      context.put("protocol", PROTOCOL);
      context.put("requestId", UUID.randomUUID().toString());
      context.put("requestTime", LOG_TIME.format(now));
      context.put("requestTimeEpoch", now.toEpochMilli());
      context.put("resourceId", "proxy0");
      context.put("resourcePath", resource);
      context.put("stage", "prod");
      return context;
    }
  },

  /** Format 2.0 as an HTTP API sends it: the path decoded, values joined, absent parts left out. */
  V2 {
    @Override
    Map<String, @Nullable Object> fields(GatewayRequest request) {
      Map<String, List<String>> query = request.query();
      Map<String, String> headers = lowerCase(single(request.headers(), PayloadFormat::join));
      String cookies = headers.remove("cookie");
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("version", "2.0");
      fields.put("routeKey", ROUTE);
      fields.put("rawPath", request.decodedPath());
      fields.put("rawQueryString", request.rawQuery());
      if (cookies != null) {
        fields.put("cookies", Arrays.asList(cookies.split("[;,] *")));
      }
      fields.put("headers", headers);
      if (!query.isEmpty()) {
        fields.put("queryStringParameters", single(query, PayloadFormat::join));
      }
      fields.put("requestContext", context(request));
      String text = request.text();
      if (request.hasBody()) {
        fields.put("body", text == null ? request.base64() : text);
      }
      fields.put("isBase64Encoded", text == null);
      return fields;
    }

    private Map<String, @Nullable Object> context(GatewayRequest request) {
      Instant now = Instant.now();
      String userAgent = request.header("User-Agent");
      Map<String, @Nullable Object> http = new LinkedHashMap<>();
      http.put("method", request.method());
      http.put("path", request.decodedPath());
      http.put("protocol", PROTOCOL);
      http.put("sourceIp", request.sourceIp());
      http.put("userAgent", userAgent == null ? "" : userAgent);
      Map<String, @Nullable Object> context = new LinkedHashMap<>();
      context.put("accountId", ACCOUNT);
      context.put("apiId", API);
      String scope = request.scope();
      if (scope != null) {
        context.put("authorizer", Map.of("jwt", Map.of("claims", Map.of("scope", scope))));
      }
      context.put("domainName", DOMAIN);
      context.put("domainPrefix", API);
      context.put("http", http);
      context.put("requestId", UUID.randomUUID().toString());
      context.put("routeKey", ROUTE);
      context.put("stage", ROUTE);
      context.put("time", LOG_TIME.format(now));
      context.put("timeEpoch", now.toEpochMilli());
      return context;
    }
  };

  private static final String ACCOUNT = "123456789012";
  private static final String API = "local";
  private static final String DOMAIN = "local.execute-api.local.amazonaws.com";
  private static final String PROTOCOL = "HTTP/1.1";
  private static final String PROXY = "/{proxy+}";
  private static final String ROUTE = "$default";
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The event a function gets for this request. */
  public byte[] event(GatewayRequest request) {
    return Json.write(fields(request)).getBytes(UTF_8);
  }

  abstract Map<String, @Nullable Object> fields(GatewayRequest request);

  private static Map<String, String> single(
      Map<String, List<String>> lists, Function<List<String>, String> one) {
    return lists.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> one.apply(entry.getValue()),
                (first, second) -> second,
                LinkedHashMap::new));
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static String join(List<String> values) {
    return String.join(",", values);
  }

  private static <M extends Map<?, ?>> @Nullable M nullIfEmpty(M map) {
    return map.isEmpty() ? null : map;
  }
}
