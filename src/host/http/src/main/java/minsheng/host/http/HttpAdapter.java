package minsheng.host.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import minsheng.host.Dispatcher;
import minsheng.host.Request;
import minsheng.host.Response;

/**
 * Translates between HTTP and the dispatcher. A decision takes well under a millisecond, so it is
 * made on the event loop; a screening is hundreds of them, and made beside it.
 */
@Singleton
public class HttpAdapter {

  /** Before the server's own limit, which would answer without a word. */
  private static final int FIRST = Integer.MIN_VALUE / 2;

  private static final int LAST = Integer.MAX_VALUE;
  private static final Pattern FORM =
      Pattern.compile("(?i)\\s*(multipart/|application/x-www-form-urlencoded)");
  private static final byte[] NOTHING = new byte[0];

  private final Dispatcher dispatcher;

  HttpAdapter(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  void routes(@Observes Router router) {
    router.route("/v1/*").order(FIRST).handler(this::stream).handler(HttpAdapter::refuseLargeBody);
    router.route().order(LAST - 1).handler(this::answerForm);
    router
        .route()
        .order(LAST)
        .handler(BodyHandler.create(false).setBodyLimit(Dispatcher.MAX_BODY))
        .handler(this::dispatch)
        .failureHandler(HttpAdapter::refuse);
  }

  private void stream(RoutingContext context) {
    dispatcher
        .batch(request(context, NOTHING))
        .ifPresentOrElse(
            batch -> {
              sendHead(batch.head(), context.response());
              new BatchExchange(context, batch).start();
            },
            context::next);
  }

  private static void refuseLargeBody(RoutingContext context) {
    String length = context.request().getHeader("Content-Length");
    if (length != null && (length.length() > 9 || Long.parseLong(length) > Dispatcher.MAX_BODY)) {
      // The rest of the body is not read, so the connection cannot be used again.
      context.response().putHeader("Connection", "close");
      send(bodyTooLarge(context), context.response());
    } else {
      context.next();
    }
  }

  private static Response bodyTooLarge(RoutingContext context) {
    return Dispatcher.bodyTooLarge(context.request().getHeader("X-Request-Id"));
  }

  /**
   * No path takes a form, and each says so without its body. Read as a form, a broken one would be
   * an error of the server, and so would one that comes with GET.
   */
  private void answerForm(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && FORM.matcher(type).lookingAt()) {
      context.response().putHeader("Connection", "close");
      send(dispatcher.dispatch(request(context, NOTHING)), context.response());
    } else {
      context.next();
    }
  }

  private void dispatch(RoutingContext context) {
    Buffer body = context.body().buffer();
    Request request = request(context, body == null ? NOTHING : body.getBytes());
    if (Dispatcher.takesLong(request)) {
      context
          .vertx()
          .executeBlocking(() -> dispatcher.dispatch(request), false)
          .onSuccess(response -> send(response, context.response()))
          .onFailure(context::fail);
    } else {
      send(dispatcher.dispatch(request), context.response());
    }
  }

  private static void refuse(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      // Answered already, or nobody is there any more: no reason to log anything.
      return;
    }
    if (context.statusCode() == 413) {
      response.putHeader("Connection", "close");
      send(bodyTooLarge(context), response);
    } else {
      context.next();
    }
  }

  private static Request request(RoutingContext context, byte[] body) {
    return new Request(
        context.request().method().name(),
        context.request().path(),
        query(context),
        headers(context.request().headers()),
        body);
  }

  private static Map<String, String> query(RoutingContext context) {
    Map<String, String> byName = new HashMap<>();
    try {
      context.queryParams().forEach(each -> byName.put(each.getKey(), each.getValue()));
    } catch (RuntimeException e) {
      // Not decodable: told as it stands, since no parameter has such a name.
      byName.put(context.request().query(), "");
    }
    return byName;
  }

  private static Map<String, String> headers(MultiMap headers) {
    Map<String, String> byName = new HashMap<>();
    headers.forEach(
        header -> byName.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    return byName;
  }

  private static void sendHead(Response response, HttpServerResponse to) {
    // Where the server compresses at all, it does so unless an encoding is said already.
    to.headers().remove(HttpHeaders.CONTENT_ENCODING);
    to.setStatusCode(response.status());
    response.headers().forEach(to::putHeader);
  }

  private static void send(Response response, HttpServerResponse to) {
    sendHead(response, to);
    to.end(Buffer.buffer(response.body()));
  }
}
