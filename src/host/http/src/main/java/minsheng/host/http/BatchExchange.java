package minsheng.host.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import minsheng.host.Batch;

/**
 * Takes the lines of a batch in and sends the answers out, part by part. The next part is read once
 * the answers to the one before are on the wire: however long the batch, memory stays the same, and
 * for a client that stops reading no work is done.
 */
final class BatchExchange {

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Batch batch;
  private Future<Void> sent = Future.succeededFuture();

  BatchExchange(RoutingContext context, Batch batch) {
    this.vertx = context.vertx();
    this.request = context.request();
    this.response = context.response();
    this.batch = batch;
  }

  /** Begins; the head of the response has been prepared. */
  void start() {
    response.setChunked(true);
    request.handler(
        part -> {
          request.pause();
          send(() -> batch.take(part.getBytes())).onSuccess(done -> request.resume());
        });
    request.endHandler(end -> send(batch::end).onSuccess(done -> response.end()));
  }

  /** After what was sent before. Where the caller is gone, nothing more is done. */
  private Future<Void> send(Callable<byte[]> answers) {
    sent =
        sent.compose(done -> vertx.executeBlocking(answers, false))
            .compose(
                made ->
                    made.length == 0
                        ? Future.succeededFuture()
                        : response.write(Buffer.buffer(made)));
    return sent;
  }
}
