import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Brings an issuer's public keys into the form that HAProxy reads. The first argument is a PEM file
 * with one public key, or a JWKS (RFC 7517) with any number; the second is the folder that gets a
 * PEM file of each key, {@code 0.pem} and so on, and the rules of the gateway that try them, {@code
 * keys.cfg}. A token's algorithm is the one of the key, never the one that the token names.
 */
class Keys {

  private static final int LEAST_BITS = 2048;

  /** An id of null: the key is tried whatever id the token names. */
  private record Key(String id, PublicKey key) {

    String algorithm() {
      return key instanceof RSAPublicKey ? "RS256" : "ES256";
    }

    /** Ids are compared as hexadecimal digits: nothing in them can be a word of HAProxy's. */
    String rule(Path file) {
      String condition =
          id == null
              ? ""
              : " { var(txn.token),jwt_header_query('$.kid'),hex -m str "
                  + HexFormat.of().withUpperCase().formatHex(id.getBytes(StandardCharsets.UTF_8))
                  + " }";
      return "    http-request set-var(txn.signed) bool(true) if { var(txn.token),jwt_header_query('$.alg') -m str %s }%s { var(txn.token),jwt_verify(%s,\"%s\") -m int 1 }\n"
          .formatted(algorithm(), condition, algorithm(), file);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path source = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    try {
      String text = Files.readString(source);
      List<Key> keys = text.contains("-----BEGIN") ? List.of(ofPem(text)) : ofJwks(text);
      Files.createDirectories(folder);
      StringBuilder rules = new StringBuilder();
      for (Key key : keys) {
        Path file = folder.resolve(keys.indexOf(key) + ".pem");
        Files.writeString(file, pem(key.key()));
        rules.append(key.rule(file));
      }
      Files.writeString(folder.resolve("keys.cfg"), rules);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      System.err.println("minsheng: the keys in " + source + " cannot be used: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Key ofPem(String text) throws GeneralSecurityException {
    if (!text.strip().startsWith("-----BEGIN PUBLIC KEY-----")) {
      throw new IllegalArgumentException("a PEM file needs a PUBLIC KEY, and nothing before it");
    }
    String base64 = text.strip().replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s", "");
    X509EncodedKeySpec encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    PublicKey key;
    try {
      key = KeyFactory.getInstance("RSA").generatePublic(encoded);
    } catch (GeneralSecurityException e) {
      key = KeyFactory.getInstance("EC").generatePublic(encoded);
    }
    return new Key(null, strong(key));
  }

  private static List<Key> ofJwks(String text) throws IOException, GeneralSecurityException {
    List<Key> keys = new ArrayList<>();
    for (JsonNode each : new ObjectMapper().readTree(text).path("keys")) {
      boolean isForSignatures = each.path("use").asText("sig").equals("sig");
      PublicKey key = isForSignatures ? ofJwk(each) : null;
      if (key == null) {
        continue;
      }
      if (!each.path("kid").isTextual()) {
        throw new IllegalArgumentException("a key has no kid");
      }
      keys.add(new Key(each.path("kid").asText(), strong(key)));
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no key of RS256 or ES256 is there");
    }
    return keys;
  }

  /** Null for a key of another algorithm, which no token here may use. */
  private static PublicKey ofJwk(JsonNode jwk) throws GeneralSecurityException {
    String kind = jwk.path("kty").asText() + " " + jwk.path("alg").asText("");
    if (kind.equals("RSA RS256") || kind.equals("RSA ")) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
    }
    if (kind.startsWith("EC ") && jwk.path("crv").asText().equals("P-256")) {
      ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
      return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, p256()));
    }
    return null;
  }

  private static PublicKey strong(PublicKey key) throws GeneralSecurityException {
    boolean isStrong =
        switch (key) {
          case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_BITS;
          case ECPublicKey ec -> ec.getParams().getCurve().equals(p256().getCurve());
          default -> false;
        };
    if (!isStrong) {
      throw new IllegalArgumentException(
          "a key is neither RSA of " + LEAST_BITS + " bits or more nor EC on the curve P-256");
    }
    return key;
  }

  private static ECParameterSpec p256() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static BigInteger number(JsonNode jwk, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asText()));
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
