package minsheng.host.lambda;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Lambda form has no HTTP server in it: none is on its class path. */
class NoServerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.vertx.core.Vertx",
        "io.netty.bootstrap.ServerBootstrap",
        "io.quarkus.vertx.http.runtime.VertxHttpRecorder"
      })
  void there_is_no(String server) {
    assertThatThrownBy(() -> Class.forName(server)).isInstanceOf(ClassNotFoundException.class);
  }
}
