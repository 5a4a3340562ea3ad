package minsheng.contract.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The runtime API of Lambda, version 2018-06-01: a function asks for its next event, and posts the
 * answer or the error.
 *
 * <p>A function asks again only when it has answered, so invocations beyond the one in hand wait
 * here, in the order they came.
 */
public final class RuntimeApi implements Integration {
  private static final String BASE = "/2018-06-01/runtime";
  private static final Pattern ANSWER =
      Pattern.compile("POST " + BASE + "/invocation/(?<id>[^/]+)/(?<kind>response|error)");

  private final Duration limit;
  private final LoopbackServer server;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Invocation> waiting = new ArrayDeque<>();
  private final Map<String, Invocation> running = new HashMap<>();
  private @Nullable RunningProcess bootstrap;

  /** Set while no function can be expected to ask: it failed to start, or it ended. */
  private @Nullable String fault;

  private long polls;

  private RuntimeApi(Duration limit) throws IOException {
    this.limit = limit;
    this.server = LoopbackServer.start(this::handle);
  }

  /**
   * Opens the API on a free port of the loopback address.
   *
   * @param limit how long an invocation may take, waiting included
   */
  public static RuntimeApi start(Duration limit) throws IOException {
    return new RuntimeApi(limit);
  }

  /** Host and port, for {@code AWS_LAMBDA_RUNTIME_API}. */
  public String address() {
    return server.address();
  }

  /**
   * Starts the function's executable against this API. When it ends, invocations fail at once
   * instead of at the limit.
   *
   * @param environment what the function's configuration adds to Lambda's own variables
   */
  public RunningProcess launch(Path executable, Map<String, String> environment)
      throws IOException {
    RunningProcess process = Bootstrap.start(executable, address(), environment);
    lock.lock();
    try {
      bootstrap = process;
      fault = null;
    } finally {
      lock.unlock();
    }
    process.onExit(status -> ended(process, status));
    return process;
  }

  /** Gives the function an event and waits for its answer. */
  @Override
  public byte[] invoke(byte[] event)
      throws FunctionException, TimeoutException, InterruptedException {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, Instant.now().plus(limit));
    enqueue(invocation);
    try {
      return invocation.await(limit);
    } finally {
      forget(invocation);
    }
  }

  @Override
  public void close() {
    fail("the emulator is closed");
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      Matcher answer = ANSWER.matcher(call);
      if (call.equals("GET " + BASE + "/invocation/next")) {
        next(exchange);
      } else if (answer.matches()) {
        answered(exchange, answer.group("id"), answer.group("kind"));
      } else if (call.equals("POST " + BASE + "/init/error")) {
        fail(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        reply(exchange, 202, Map.of("status", "OK"));
      } else {
        reply(exchange, 404, Map.of("errorMessage", call, "errorType", "UnknownPath"));
      }
    } catch (InterruptedException e) {
      // The emulator is being closed: so is the connection.
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    Invocation invocation = take();
    if (invocation == null) {
      // Not just a closed connection: many clients would take that as a reason to ask again.
      reply(
          exchange,
          403,
          Map.of("errorMessage", "asked again meanwhile", "errorType", "InvalidStateTransition"));
      return;
    }
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", Bootstrap.FUNCTION_ARN);
    headers.set("Lambda-Runtime-Trace-Id", ApiGateway.traceRoot() + ";Sampled=0");
    try {
      LoopbackServer.send(exchange, 200, invocation.event());
    } catch (IOException e) {
      // Whoever asked is gone. The next one shall have the event.
      putBack(invocation);
      throw e;
    }
  }

  private void answered(HttpExchange exchange, String id, String kind) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Invocation invocation = finish(id);
    if (invocation == null) {
      reply(
          exchange,
          400,
          Map.of("errorMessage", "Invalid request ID", "errorType", "InvalidRequestID"));
      return;
    }
    if (kind.equals("response")) {
      invocation.answer(body);
    } else {
      invocation.fail(new String(body, UTF_8));
    }
    reply(exchange, 202, Map.of("status", "OK"));
  }

  private void enqueue(Invocation invocation) {
    lock.lock();
    try {
      if (fault != null) {
        invocation.fail(fault);
      } else {
        waiting.addLast(invocation);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for an invocation. Returns null when a later call has come meanwhile: a function asks
   * once at a time, so the earlier one was of a process that is gone, and would swallow the event.
   */
  private @Nullable Invocation take() throws InterruptedException {
    lock.lock();
    try {
      long poll = ++polls;
      fault = null;
      changed.signalAll();
      while (poll == polls && waiting.isEmpty()) {
        changed.await();
      }
      if (poll != polls) {
        return null;
      }
      Invocation invocation = waiting.removeFirst();
      running.put(invocation.id(), invocation);
      return invocation;
    } finally {
      lock.unlock();
    }
  }

  private void putBack(Invocation invocation) {
    lock.lock();
    try {
      if (running.remove(invocation.id()) != null) {
        waiting.addFirst(invocation);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Invocation finish(String id) {
    lock.lock();
    try {
      return running.remove(id);
    } finally {
      lock.unlock();
    }
  }

  private void forget(Invocation invocation) {
    lock.lock();
    try {
      waiting.remove(invocation);
      running.remove(invocation.id());
    } finally {
      lock.unlock();
    }
  }

  private void ended(RunningProcess process, int status) {
    lock.lock();
    try {
      // A process replaced by another one has nothing to say any more.
      if (process == bootstrap) {
        fail("the runtime exited with status " + status);
      }
    } finally {
      lock.unlock();
    }
  }

  private void fail(String reason) {
    lock.lock();
    try {
      fault = reason;
      waiting.forEach(invocation -> invocation.fail(reason));
      waiting.clear();
      running.values().forEach(invocation -> invocation.fail(reason));
      running.clear();
    } finally {
      lock.unlock();
    }
  }

  private static void reply(HttpExchange exchange, int status, Map<String, String> body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    LoopbackServer.send(exchange, status, Json.write(body).getBytes(UTF_8));
  }

  /** One event on its way, and the place where its answer is left. */
  private static final class Invocation {
    private final String id;
    private final byte[] event;
    private final Instant deadline;
    private final BlockingQueue<Reply> replies = new ArrayBlockingQueue<>(1);

    Invocation(String id, byte[] event, Instant deadline) {
      this.id = id;
      this.event = event;
      this.deadline = deadline;
    }

    String id() {
      return id;
    }

    byte[] event() {
      return event;
    }

    Instant deadline() {
      return deadline;
    }

    void answer(byte[] response) {
      replies.add(() -> response);
    }

    void fail(String reason) {
      replies.add(
          () -> {
            throw new FunctionException(reason);
          });
    }

    byte[] await(Duration limit) throws FunctionException, TimeoutException, InterruptedException {
      Reply reply = replies.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (reply == null) {
        throw new TimeoutException("no answer within " + limit);
      }
      return reply.response();
    }
  }

  private interface Reply {
    byte[] response() throws FunctionException;
  }
}
