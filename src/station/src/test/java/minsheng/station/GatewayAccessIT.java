package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what: everybody asks for one case, an agency with its token for a batch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayAccessIT {

  private static final int ANONYMOUS_LIMIT = 40;

  private final KeyPair rsa = Token.pair("RSA", 2048);
  private final KeyPair ec = Token.pair("EC", 256);
  private final KeyPair stranger = Token.pair("RSA", 2048);

  private Gateway gateway;
  private Path keys;

  GatewayAccessIT() throws GeneralSecurityException {}

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    keys = folder.resolve("keys.json");
    Files.writeString(keys, "{\"keys\": [" + jwk("rsa", rsa) + ", " + jwk("ec", ec) + "]}");
    Map<String, String> settings = new LinkedHashMap<>(Token.issuer(keys));
    settings.put("MINSHENG_RATE_LIMIT", "1000000");
    gateway = Gateway.start(settings, "--functions", Gateway.POLICY);
  }

  @AfterAll
  void stop() {
    gateway.close();
  }

  private Token token() {
    return new Token("RS256", "rsa");
  }

  @TestFactory
  Stream<DynamicTest> a_token_that_is_not_valid_is_refused_on_every_route() throws Exception {
    Map<String, String> tokens = new LinkedHashMap<>();
    PrivateKey key = rsa.getPrivate();
    tokens.put("expired", token().claim("exp", Token.in(-1)).signed(key));
    tokens.put("without expiry", token().claim("exp", null).signed(key));
    tokens.put(
        "with an expiry in text", token().claim("exp", String.valueOf(Token.in(300))).signed(key));
    tokens.put("with an expiry below zero", token().claim("exp", -5).signed(key));
    tokens.put("with an expiry beyond numbers", token().claim("exp", 1e300).signed(key));
    tokens.put("not yet valid", token().claim("nbf", Token.in(60)).signed(key));
    tokens.put("not yet valid, in words", token().claim("nbf", "tomorrow").signed(key));
    tokens.put("of another issuer", token().claim("iss", "https://other.example").signed(key));
    tokens.put("of no issuer", token().claim("iss", null).signed(key));
    tokens.put("for another audience", token().claim("aud", "https://other.example").signed(key));
    tokens.put(
        "for other audiences",
        token().claim("aud", List.of("https://other.example", "x")).signed(key));
    tokens.put("for no audience", token().claim("aud", null).signed(key));
    tokens.put(
        "with an audience that begins alike",
        token().claim("aud", Token.AUDIENCE + ".evil").signed(key));
    tokens.put("without algorithm", token().header("alg", "none").unsigned() + ".");
    tokens.put(
        "without algorithm, in other letters", token().header("alg", "nOnE").unsigned() + ".");
    tokens.put("with the signature left out", token().unsigned() + ".");
    tokens.put("without a third part", token().unsigned());
    tokens.put("HS256 signed with the public key", signedWithThePublicKey());
    tokens.put("RS512 by the header", token().header("alg", "RS512").signed(key));
    tokens.put("ES256 by the header", token().header("alg", "ES256").signed(key));
    tokens.put("of the other key by its kid", token().header("kid", "ec").signed(key));
    tokens.put("of an unknown key", token().header("kid", "nobody").signed(key));
    tokens.put("signed by a stranger", token().signed(stranger.getPrivate()));
    tokens.put("with an extension", token().header("crit", List.of("b64")).signed(key));
    tokens.put("tampered with", tampered());
    tokens.put("with something behind it", token().signed(key) + ".e30");
    tokens.put("no token", "token");
    tokens.put("empty", "");
    return tokens.entrySet().stream()
        .flatMap(
            each ->
                Stream.of(Gateway.JSON, Gateway.NDJSON)
                    .map(
                        type ->
                            dynamicTest(
                                each.getKey() + ", " + type,
                                () -> isRefused("Bearer " + each.getValue(), type))));
  }

  private void isRefused(String authorization, String contentType) throws Exception {
    HttpResponse<String> response = ask(contentType, authorization);
    Gateway.checkProblem(response, 401, "unauthorized");
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer ")
        .contains("error=\"invalid_token\"");
  }

  /** The public key is known to everybody; used as a secret it must open nothing. */
  private String signedWithThePublicKey() throws GeneralSecurityException {
    String unsigned = token().header("alg", "HS256").unsigned();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Token.pem(rsa).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    return unsigned + "." + Token.base64(mac.doFinal(unsigned.getBytes(StandardCharsets.US_ASCII)));
  }

  private String tampered() throws GeneralSecurityException {
    String signature = token().claim("scope", "other").signed(rsa.getPrivate());
    return token().unsigned() + signature.substring(signature.lastIndexOf('.'));
  }

  @Test
  void a_wrong_signature_ends_no_other_connection() throws Exception {
    String wrong = "Bearer " + token().signed(stranger.getPrivate());
    HttpClient other = gateway.client(HttpClient.Version.HTTP_2);
    HttpRequest request = gateway.assessment(Gateway.JSON).build();
    for (int i = 0; i < 200; i++) {
      assertThat(ask(Gateway.JSON, wrong).statusCode()).isEqualTo(401);
      assertThat(other.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_batch_without_a_token_is_refused() throws Exception {
    HttpResponse<String> response = gateway.send(gateway.assessment(Gateway.NDJSON));
    Gateway.checkProblem(response, 401, "unauthorized");
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .doesNotContain("error=");
  }

  @Test
  void however_its_type_is_written() throws Exception {
    for (String type : List.of("Application/X-NDJSON", " application/x-ndjson ; charset=utf-8")) {
      Gateway.checkProblem(gateway.send(gateway.assessment(type)), 401, "unauthorized");
    }
    Gateway.checkProblem(
        gateway.send(gateway.assessment(Gateway.JSON).header("Content-Type", Gateway.NDJSON)),
        400,
        "malformed-request");
  }

  @Test
  void two_tokens_or_another_scheme_are_refused() throws Exception {
    String good = "Bearer " + token().signed(rsa.getPrivate());
    Gateway.checkProblem(
        gateway.send(
            gateway
                .assessment(Gateway.NDJSON)
                .header("Authorization", good)
                .header("Authorization", good)),
        401,
        "unauthorized");
    isRefused("Basic dXNlcjpwYXNz", Gateway.JSON);
  }

  @Test
  void a_token_without_the_scope_may_not_send_a_batch_but_a_case() throws Exception {
    for (Object scope :
        Arrays.asList(
            null, "", "other", "minsheng:batches", "xminsheng:batch", List.of(Token.SCOPE))) {
      String token = token().claim("scope", scope).signed(rsa.getPrivate());
      HttpResponse<String> batch = ask(Gateway.NDJSON, "Bearer " + token);
      Gateway.checkProblem(batch, 403, "forbidden");
      assertThat(batch.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("insufficient_scope");
      assertThat(ask(Gateway.JSON, "Bearer " + token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_good_token_passes() throws Exception {
    for (String token :
        List.of(
            token().signed(rsa.getPrivate()),
            new Token("ES256", "ec").signed(ec.getPrivate()),
            token()
                .claim("aud", List.of("https://other.example", Token.AUDIENCE))
                .signed(rsa.getPrivate()),
            token().claim("scope", "openid " + Token.SCOPE + " other").signed(rsa.getPrivate()),
            token().claim("nbf", Token.in(-1)).signed(rsa.getPrivate()))) {
      passes(gateway, token);
    }
  }

  private static void passes(Gateway gateway, String token) throws Exception {
    for (String type : List.of(Gateway.JSON, Gateway.NDJSON)) {
      HttpResponse<String> response =
          gateway.send(gateway.assessment(type).header("Authorization", "bearer " + token));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }
    assertThat(gateway.log()).as("the log").doesNotContain(token);
  }

  @Test
  void a_token_that_is_replayed_after_its_expiry_is_refused() throws Exception {
    String token = token().claim("exp", Token.in(3)).signed(rsa.getPrivate());
    passes(gateway, token);
    assertThat(becomes(token, false)).isTrue();
    isRefused("Bearer " + token, Gateway.NDJSON);
  }

  @Test
  void a_reload_changes_the_keys_unless_they_are_broken() throws Exception {
    String before = Files.readString(keys);
    String old = token().signed(rsa.getPrivate());
    KeyPair next = Token.pair("EC", 256);
    String token = new Token("ES256", "next").signed(next.getPrivate());
    isRefused("Bearer " + token, Gateway.NDJSON);
    try {
      Files.writeString(keys, "{\"keys\": [" + jwk("next", next) + "]}");
      assertThat(gateway.reload()).isTrue();
      assertThat(becomes(token, true)).isTrue();
      assertThat(becomes(old, false)).isTrue();
      Files.writeString(keys, "{\"keys\": []}");
      assertThat(gateway.reload()).isFalse();
      passes(gateway, token);
    } finally {
      Files.writeString(keys, before);
      assertThat(gateway.reload()).isTrue();
      assertThat(becomes(old, true)).isTrue();
    }
  }

  /** Whether a token is accepted, or no longer accepted, within some seconds. */
  private boolean becomes(String token, boolean accepted) {
    return Gateway.within(
        Duration.ofSeconds(10),
        () -> {
          try {
            return (ask(Gateway.NDJSON, "Bearer " + token).statusCode() != 401) == accepted;
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void a_token_raises_the_limit_and_its_key_may_come_as_pem(@TempDir Path folder) throws Exception {
    Path pem = Files.writeString(folder.resolve("key.pem"), Token.pem(ec));
    Map<String, String> settings = new LinkedHashMap<>(Token.issuer(pem));
    settings.put("MINSHENG_RATE_LIMIT", String.valueOf(ANONYMOUS_LIMIT));
    try (Gateway limited = Gateway.start(settings, "--functions", Gateway.POLICY)) {
      String token = new Token("ES256", "any").signed(ec.getPrivate());
      passes(limited, token);
      HttpRequest.Builder anonymous = limited.assessment(Gateway.JSON);
      HttpResponse<String> last = limited.send(anonymous);
      for (int i = 0; i < ANONYMOUS_LIMIT; i++) {
        last = limited.send(anonymous);
      }
      Gateway.checkProblem(last, 429, "too-many-requests");
      assertThat(last.headers().firstValue("Retry-After")).hasValue("10");
      passes(limited, token);
    }
  }

  @Test
  void without_an_issuer_no_token_is_good() throws Exception {
    try (Gateway closed = Gateway.start(Map.of(), "--functions", Gateway.POLICY)) {
      String told =
          Gateway.checkProblem(closed.send(closed.assessment(Gateway.NDJSON)), 403, "forbidden")
              .path("detail")
              .asText();
      assertThat(told)
          .contains("MINSHENG_JWT_ISSUER", "MINSHENG_JWT_AUDIENCE", "MINSHENG_JWT_KEYS");
      Gateway.checkProblem(
          closed.send(closed.assessment(Gateway.JSON).header("Authorization", "Bearer x.y.z")),
          401,
          "unauthorized");
    }
  }

  private HttpResponse<String> ask(String contentType, String authorization) throws Exception {
    return gateway.send(gateway.assessment(contentType).header("Authorization", authorization));
  }

  private static String jwk(String id, KeyPair pair) {
    return switch (pair.getPublic()) {
      case RSAPublicKey key ->
          "{\"kty\": \"RSA\", \"alg\": \"RS256\", \"use\": \"sig\", \"kid\": \"%s\", \"n\": \"%s\", \"e\": \"%s\"}"
              .formatted(id, number(key.getModulus(), 256), number(key.getPublicExponent(), 3));
      case ECPublicKey key ->
          "{\"kty\": \"EC\", \"crv\": \"P-256\", \"kid\": \"%s\", \"x\": \"%s\", \"y\": \"%s\"}"
              .formatted(
                  id, number(key.getW().getAffineX(), 32), number(key.getW().getAffineY(), 32));
      default -> throw new IllegalArgumentException(id);
    };
  }

  private static String number(BigInteger number, int bytes) {
    byte[] all = number.toByteArray();
    byte[] exact = new byte[bytes];
    int length = Math.min(bytes, all.length);
    System.arraycopy(all, all.length - length, exact, bytes - length, length);
    return Token.base64(exact);
  }
}
