package minsheng.station;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import minsheng.host.Dispatcher;
import minsheng.host.Request;

/**
 * Serves the page of each policy at {@code /policies/<id>}. It is one document for all of them,
 * which asks for the description of its policy itself; the status tells whether there is one.
 */
@Singleton
public class PolicyPage {

  private static final String PATH = "/policies/";
  private static final String DOCUMENT = "META-INF/resources/policy.html";
  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Dispatcher dispatcher;
  private final Buffer document = Buffer.buffer(read());

  PolicyPage(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  void routes(@Observes Router router) {
    router.routeWithRegex(PATH + "[^/]*").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    if (!METHODS.contains(context.request().method())) {
      context.response().setStatusCode(405).putHeader("Allow", "GET, HEAD").end();
      return;
    }
    String id = context.normalizedPath().substring(PATH.length());
    context
        .response()
        .setStatusCode(statusOfDescription(id))
        .putHeader("Content-Type", "text/html;charset=UTF-8")
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "no-cache")
        .end(document);
  }

  /** The dispatcher alone knows which policies this process answers for. */
  private int statusOfDescription(String id) {
    Request description = new Request("GET", "/v1/policies/" + id, Map.of(), Map.of(), new byte[0]);
    return dispatcher.dispatch(description).status();
  }

  private static byte[] read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
      if (file == null) {
        throw new IllegalStateException(DOCUMENT + " is not in this build");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
