package minsheng.contract.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A process whose output is kept line by line, and which ends with its owner's block. */
public final class RunningProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Process process;
  private final Thread reader;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<String> lines = new ArrayList<>();
  private boolean outputEnded;

  private RunningProcess(Process process) {
    this.process = process;
    this.reader =
        Thread.ofPlatform().daemon().name("output of " + process.pid()).unstarted(this::read);
  }

  /** Starts it without input; what it writes to standard error is joined to its output. */
  public static RunningProcess start(ProcessBuilder builder) throws IOException {
    RunningProcess running = new RunningProcess(builder.redirectErrorStream(true).start());
    running.process.getOutputStream().close();
    running.reader.start();
    return running;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Calls back with the exit status, at once when the process has already ended. */
  public void onExit(IntConsumer callback) {
    var unused = process.onExit().thenAccept(ended -> callback.accept(ended.exitValue()));
  }

  /** What it has written so far. */
  public List<String> log() {
    lock.lock();
    try {
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a line like this. False when the time is over, or when no more lines can come. */
  public boolean awaitLine(Predicate<String> wanted, Duration limit) throws InterruptedException {
    lock.lock();
    try {
      long left = limit.toNanos();
      int seen = 0;
      while (true) {
        for (; seen < lines.size(); seen++) {
          if (wanted.test(lines.get(seen))) {
            return true;
          }
        }
        if (outputEnded || left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Asks it to end, it and what it has started, and ends them by force when they do not. */
  @Override
  public void close() {
    stop(GRACE);
  }

  void stop(Duration grace) {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroy);
    try {
      if (!process.waitFor(grace.toNanos(), TimeUnit.NANOSECONDS)) {
        // Once more from the start: what it has started since then would be left behind.
        family().forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
      }
      family.forEach(ProcessHandle::destroyForcibly);
      reader.join(grace);
    } catch (InterruptedException e) {
      family().forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  private List<ProcessHandle> family() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(output lost: " + e.getMessage() + ")");
    } finally {
      lock.lock();
      try {
        outputEnded = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void add(String line) {
    lock.lock();
    try {
      lines.add(line);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
