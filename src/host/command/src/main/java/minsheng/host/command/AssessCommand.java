package minsheng.host.command;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import minsheng.host.Batch;
import minsheng.host.Dispatcher;

/**
 * {@code assess <policy> [--csv]}: many requests on standard input, as newline-delimited JSON or as
 * a table; for each one answer on standard output. What is said besides goes to standard error.
 */
@QuarkusMain
public class AssessCommand implements QuarkusApplication {

  static final int ALL_ANSWERED = 0;
  static final int SOME_FAULTY = 1;
  static final int NOT_BEGUN = 2;

  private static final String CSV = "--csv";
  private static final int PART = 64 * 1024;

  private final Dispatcher dispatcher;
  private final PrintStream said;

  /** Of the process. */
  @Inject
  public AssessCommand(Dispatcher dispatcher) {
    this(dispatcher, System.err);
  }

  AssessCommand(Dispatcher dispatcher, PrintStream said) {
    this.dispatcher = dispatcher;
    this.said = said;
  }

  @Override
  public int run(String... args) throws IOException {
    try (InputStream in = new BufferedInputStream(System.in, PART);
        OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), PART)) {
      return run(List.of(args), in, out);
    }
  }

  /**
   * @return the status to exit with: 0 when every request was answered, 1 when some were faulty, 2
   *     when nothing was begun
   */
  int run(List<String> args, InputStream in, OutputStream out) throws IOException {
    List<String> names = args.stream().filter(arg -> !arg.startsWith("-")).toList();
    boolean isTable = args.contains(CSV);
    if (names.size() != 1 || args.size() != (isTable ? 2 : 1)) {
      said.println("minsheng: assess needs one policy, and knows the option --csv.");
      return NOT_BEGUN;
    }
    try {
      Contract contract = new Contract(dispatcher, names.getFirst());
      Batch batch = contract.batch();
      Progress watched = new Progress(in, said, batch);
      if (isTable) {
        new Table(contract, batch).answer(watched, out);
      } else {
        lines(batch, watched, out);
      }
      watched.end();
      return batch.faults() == 0 ? ALL_ANSWERED : SOME_FAULTY;
    } catch (RefusedException e) {
      said.println("minsheng: " + e.getMessage());
      return NOT_BEGUN;
    }
  }

  private static void lines(Batch batch, InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[PART];
    for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
      out.write(batch.take(Arrays.copyOf(buffer, size)));
    }
    out.write(batch.end());
    out.flush();
  }
}
