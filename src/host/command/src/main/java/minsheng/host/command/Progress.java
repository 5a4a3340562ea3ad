package minsheng.host.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import minsheng.host.Batch;

/**
 * The input of a batch, and how far it has come: a line that is written anew on a terminal, and one
 * sentence at the end.
 */
final class Progress extends FilterInputStream {

  /**
   * Set by the launcher: whether standard error is a terminal, and how many bytes the input has.
   */
  private static final boolean IS_SHOWN = Boolean.getBoolean("minsheng.progress");

  private static final long TOTAL = Long.getLong("minsheng.total", 0);

  private static final long PAUSE_NANOS = 200_000_000;
  private static final int WIDTH = 30;

  private final PrintStream to;
  private final Batch batch;
  private long bytes;
  private long last = System.nanoTime();

  Progress(InputStream in, PrintStream to, Batch batch) {
    super(in);
    this.to = to;
    this.batch = batch;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    tell(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int size = super.read(buffer, offset, length);
    tell(Math.max(0, size));
    return size;
  }

  private void tell(int size) {
    bytes += size;
    if (IS_SHOWN && System.nanoTime() - last > PAUSE_NANOS) {
      last = System.nanoTime();
      to.print("\r" + bar() + batch.lines() + " answered, " + batch.faults() + " faulty ");
    }
  }

  /** A bar where the length of the input is known. */
  private String bar() {
    if (TOTAL == 0) {
      return "";
    }
    int done = (int) Math.min(WIDTH, WIDTH * bytes / TOTAL);
    return "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] ";
  }

  /** Says what came of it. */
  void end() {
    to.println(
        (IS_SHOWN ? "\r" : "")
            + batch.lines()
            + " answered, "
            + batch.faults()
            + " of them with a problem instead.");
  }
}
