package minsheng.station;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON Web Token in the making: a good one, until something is changed. */
final class Token {

  static final String ISSUER = "https://issuer.example";
  static final String AUDIENCE = "https://minsheng.example";
  static final String SCOPE = "minsheng:batch";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> header = new TreeMap<>();
  private final Map<String, Object> claims = new TreeMap<>();

  /** The settings of a gateway that takes the tokens of this issuer, signed with these keys. */
  static Map<String, String> issuer(Path keys) {
    return Map.of(
        "MINSHENG_JWT_ISSUER", ISSUER,
        "MINSHENG_JWT_AUDIENCE", AUDIENCE,
        "MINSHENG_JWT_KEYS", keys.toString());
  }

  static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  static String pem(KeyPair pair) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  Token(String algorithm, String key) {
    header.put("alg", algorithm);
    header.put("kid", key);
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", "agency-of-" + key);
    claims.put("scope", SCOPE);
    claims.put("exp", in(300));
  }

  /** The second that many seconds from now. */
  static long in(long seconds) {
    return Instant.now().getEpochSecond() + seconds;
  }

  Token header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /** Null takes it away. */
  Token claim(String name, @Nullable Object value) {
    if (value == null) {
      claims.remove(name);
    } else {
      claims.put(name, value);
    }
    return this;
  }

  String unsigned() {
    return base64(header) + "." + base64(claims);
  }

  String signed(PrivateKey key) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(unsigned().getBytes(StandardCharsets.US_ASCII));
    return unsigned() + "." + base64(signature.sign());
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String base64(Map<String, Object> part) {
    try {
      return base64(JSON.writeValueAsBytes(part));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(List.of(part.keySet()).toString(), e);
    }
  }
}
