import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import minsheng.contract.lambda.FunctionException;
import minsheng.contract.lambda.GatewayRequest;
import minsheng.contract.lambda.PayloadFormat;
import minsheng.contract.lambda.RunningProcess;
import minsheng.contract.lambda.RuntimeApi;

/**
 * Measures cold starts: the time from the start of a process to its first right answer, the memory
 * it then holds, and its size on disk, for each form in which the function can run.
 *
 * <p>A single-file program; {@code cold-start} beside it starts it with the right class path. It
 * prints what it has measured and judges nothing.
 */
final class ColdStart {
  private static final String TARGET = "/v1/policies/childcare-subsidy/assess";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long POLL_NANOS = 200_000;
  private static final double MIB = 1024 * 1024;

  private static final Pattern STATUS_LINE = Pattern.compile("\\AHTTP/1\\.[01] 200\\b");
  private static final Pattern STATUS_CODE = Pattern.compile("\"statusCode\"\\s*:\\s*200\\b");
  private static final Pattern OUTCOME = Pattern.compile("\"outcome\"\\s*:\\s*\"eligible\"");
  private static final Pattern AMOUNT =
      Pattern.compile("\"monthlyYuan\"\\s*:\\s*500(\\.0+)?\\s*[,}]");

  private static final Processes PROCESSES = new Processes();

  private ColdStart() {}

  public static void main(String[] args) throws Exception {
    Options options;
    try {
      options = Options.of(args);
    } catch (IllegalArgumentException e) {
      System.err.println("cold-start: " + e.getMessage());
      System.exit(2);
      return;
    }
    try {
      System.exit(measure(options) ? 0 : 1);
    } catch (IOException e) {
      // After Ctrl-C the processes are gone under our hands: that is no news.
      if (!PROCESSES.stopping()) {
        System.err.println("cold-start: " + e.getMessage());
      }
      System.exit(1);
    }
  }

  private static boolean measure(Options options) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("cold-start-");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  PROCESSES.stopAll();
                  delete(scratch);
                }));
    byte[] body = Files.readAllBytes(options.root().resolve("infra/bench/request.json"));
    List<Form> forms = built(options, body, scratch);
    if (forms.isEmpty()) {
      throw new IOException("none of the forms is built, so there is nothing to measure");
    }
    return measure(forms, options.runs());
  }

  /** Measures and prints. False when a form had to be given up. */
  private static boolean measure(List<Form> forms, int runs)
      throws IOException, InterruptedException {
    String loadBefore = loadAverage();
    Map<Form, List<Sample>> samples = new LinkedHashMap<>();
    forms.forEach(form -> samples.put(form, new ArrayList<>()));
    List<Form> running = new ArrayList<>(forms);
    // Run 0 does not count: it brings the files into the page cache, and this JVM up to speed.
    for (int run = 0; run <= runs; run++) {
      // In turn, and not always in the same order: nobody shall always follow the same neighbour.
      List<Form> order = rotated(running, run);
      for (Form form : order) {
        try {
          Sample sample = form.start();
          if (run > 0) {
            samples.get(form).add(sample);
          }
          System.err.print('.');
        } catch (NoRightAnswer e) {
          if (PROCESSES.stopping()) {
            return false;
          }
          System.err.printf("%n%s given up in run %d: %s%n", form.name(), run, e.getMessage());
          running.remove(form);
        }
      }
    }
    System.err.println();
    print(samples, runs, loadBefore);
    return running.size() == forms.size();
  }

  private static void print(Map<Form, List<Sample>> samples, int runs, String loadBefore)
      throws IOException, InterruptedException {
    System.out.printf("Cold start to the first right answer of POST %s%n", TARGET);
    System.out.printf(
        "%d runs of each, in turn, after an uncounted one; p99 by nearest rank%n", runs);
    System.out.printf("machine: %s%n", machine());
    System.out.printf("load average: %s before, %s after%n", loadBefore, loadAverage());
    System.out.printf(
        Locale.ROOT,
        "a process that does nothing: %.1f ms from start to end (median), part of each time%n",
        millis(median(emptyStarts())));
    System.out.println();
    System.out.printf(
        "%-16s %5s %9s %11s %9s %9s   %s%n",
        "form", "runs", "min ms", "median ms", "p99 ms", "RSS MiB", "on disk, MiB");
    for (Map.Entry<Form, List<Sample>> entry : samples.entrySet()) {
      List<Sample> measured = entry.getValue();
      if (!measured.isEmpty()) {
        List<Long> times = measured.stream().map(Sample::nanos).sorted().toList();
        List<Long> memory = measured.stream().map(Sample::residentBytes).sorted().toList();
        System.out.printf(
            Locale.ROOT,
            "%-16s %5d %9.1f %11.1f %9.1f %9.1f   %s%n",
            entry.getKey().name(),
            times.size(),
            millis(times.getFirst()),
            millis(median(times)),
            millis(nearestRank(times, 99)),
            median(memory) / MIB,
            entry.getKey().size());
      }
    }
  }

  // The forms

  /** One way of running the function. */
  private interface Form {
    String name();

    String size();

    /** Starts it, waits for the right answer, and stops it again. */
    Sample start() throws NoRightAnswer, IOException, InterruptedException;
  }

  private record Sample(long nanos, long residentBytes) {}

  /** An HTTP server of its own, told its port by the command line or the environment. */
  private record Http(String name, String size, byte[] request, IntFunction<ProcessBuilder> command)
      implements Form {

    @Override
    public Sample start() throws NoRightAnswer, IOException {
      int port = freePort();
      ProcessBuilder builder = command.apply(port);
      long begin = System.nanoTime();
      try (RunningProcess process = PROCESSES.start(() -> RunningProcess.start(builder))) {
        String last = "no connection";
        while (System.nanoTime() - begin < LIMIT.toNanos() && process.isAlive()) {
          try {
            String response = exchange(port);
            long end = System.nanoTime();
            if (STATUS_LINE.matcher(response).find() && isRight(response)) {
              return new Sample(end - begin, residentBytes(process));
            }
            last = response;
          } catch (IOException e) {
            last = e.toString();
          }
          LockSupport.parkNanos(POLL_NANOS);
        }
        throw new NoRightAnswer(process.isAlive() ? last : "the process ended", process);
      }
    }

    /** On a bare socket: a client's own warming up would be counted otherwise. */
    private String exchange(int port) throws IOException {
      try (Socket socket = new Socket()) {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) LIMIT.toMillis());
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream().write(request);
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
      }
    }
  }

  /** The package for Lambda, which asks for its event and posts the answer. */
  private record Lambda(String name, String size, byte[] event, Path bootstrap) implements Form {

    @Override
    public Sample start() throws NoRightAnswer, IOException, InterruptedException {
      // A new one each time: nothing of the former process can be left in it.
      try (RuntimeApi api = RuntimeApi.start(LIMIT)) {
        long begin = System.nanoTime();
        try (RunningProcess process = PROCESSES.start(() -> api.launch(bootstrap, Map.of()))) {
          try {
            String answer = new String(api.invoke(event), UTF_8);
            long end = System.nanoTime();
            // The body is a string within the answer: its quotes are escaped.
            if (STATUS_CODE.matcher(answer).find() && isRight(answer.replace("\\\"", "\""))) {
              return new Sample(end - begin, residentBytes(process));
            }
            throw new NoRightAnswer(answer, process);
          } catch (FunctionException | TimeoutException e) {
            throw new NoRightAnswer(e.getMessage(), process);
          }
        }
      }
    }
  }

  private static final class NoRightAnswer extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LENGTH = 400;
    private static final int LINES = 15;

    NoRightAnswer(String last, RunningProcess process) {
      super(
          "no right answer; last was: %s%n  its output ended with:%n    %s"
              .formatted(
                  shortened(last),
                  String.join(System.lineSeparator() + "    ", tail(process.log()))));
    }

    private static String shortened(String answer) {
      return answer.length() <= LENGTH ? answer : answer.substring(0, LENGTH) + "…";
    }

    private static List<String> tail(List<String> lines) {
      return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }
  }

  private static boolean isRight(String text) {
    return OUTCOME.matcher(text).find() && AMOUNT.matcher(text).find();
  }

  /** The forms that are there; of the others one line each. */
  private static List<Form> built(Options options, byte[] body, Path scratch) throws IOException {
    List<Form> forms = new ArrayList<>();
    Path runner = options.http();
    if (isBuilt("native HTTP", runner)) {
      String size = "executable " + mib(Files.size(runner));
      forms.add(new Http("native HTTP", size, request(body), port -> nativeHttp(runner, port)));
    }
    Path zip = options.lambda();
    if (isBuilt("native Lambda", zip)) {
      Path bootstrap = unpackBootstrap(zip, scratch);
      String size =
          "function.zip " + mib(Files.size(zip)) + ", bootstrap " + mib(Files.size(bootstrap));
      forms.add(new Lambda("native Lambda", size, event(body), bootstrap));
    }
    Path jar = options.station();
    if (isBuilt("JVM station", jar)) {
      Path folder = jar.toAbsolutePath().getParent();
      String size = "folder " + mib(sizeOf(folder));
      forms.add(new Http("JVM station", size, request(body), port -> station(jar, port)));
    }
    return forms;
  }

  private static boolean isBuilt(String form, Path file) {
    boolean there = Files.isRegularFile(file);
    if (!there) {
      System.err.println(form + " is not built, skipped: there is no " + file);
    }
    return there;
  }

  private static ProcessBuilder nativeHttp(Path executable, int port) {
    ProcessBuilder builder = bare(executable, executable.toAbsolutePath().toString());
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return builder;
  }

  private static ProcessBuilder station(Path jar, int port) {
    return bare(
        jar,
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port,
        "-jar",
        jar.toAbsolutePath().toString());
  }

  /** In the file's own folder and without the caller's variables: they could configure it. */
  private static ProcessBuilder bare(Path file, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    return builder.directory(file.toAbsolutePath().getParent().toFile());
  }

  private static byte[] request(byte[] body) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                .formatted(TARGET)
            + "Content-Length: %d\r\nConnection: close\r\n\r\n".formatted(body.length);
    request.write(head.getBytes(ISO_8859_1));
    request.write(body);
    return request.toByteArray();
  }

  private static byte[] event(byte[] body) {
    Map<String, List<String>> headers =
        Map.of(
            "host", List.of("127.0.0.1"),
            "content-type", List.of("application/json"),
            "content-length", List.of(Integer.toString(body.length)));
    return PayloadFormat.V2.event(
        new GatewayRequest("POST", URI.create(TARGET), headers, body, "127.0.0.1"));
  }

  /**
   * A port outside the range from which the kernel takes the near ends of connections. Inside it, a
   * connection tried again and again to a port nobody listens on yet ends up connected to itself.
   */
  private static int freePort() throws IOException {
    // Read in one piece: the kernel gives the first byte alone to whoever asks for one byte.
    Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    int firstTaken = Integer.parseInt(Files.readAllLines(range).getFirst().split("\\s+")[0]);
    int first = 10_000;
    int end = firstTaken > first + 1_000 ? firstTaken : 65_536;
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(first, end);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress("127.0.0.1", port));
        return port;
      } catch (IOException e) {
        // Taken: another one.
      }
    }
    throw new IOException("no free port between " + first + " and " + end);
  }

  // What the machine and the files say

  private static long residentBytes(RunningProcess process) throws IOException {
    return kib(Path.of("/proc/" + process.pid() + "/status"), "VmRSS:") * 1024;
  }

  private static long kib(Path file, String field) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new IOException("no " + field + " in " + file));
    }
  }

  private static String machine() throws IOException {
    return String.format(
        Locale.ROOT,
        "%d cores, %s, %.1f GiB memory, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        processor(),
        kib(Path.of("/proc/meminfo"), "MemTotal:") / (1024.0 * 1024.0),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"));
  }

  private static String processor() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    }
  }

  private static String loadAverage() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ");
    return String.join(" ", fields[0], fields[1], fields[2]);
  }

  /** What a start costs that does nothing: the floor under every other time. */
  private static List<Long> emptyStarts() throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      long begin = System.nanoTime();
      new ProcessBuilder("true").start().waitFor();
      times.add(System.nanoTime() - begin);
    }
    return times.stream().sorted().toList();
  }

  private static Path unpackBootstrap(Path zip, Path scratch) throws IOException {
    Path bootstrap = scratch.resolve("bootstrap");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry("bootstrap");
      if (entry == null) {
        throw new IOException("there is no bootstrap in " + zip);
      }
      Files.copy(file.getInputStream(entry), bootstrap, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static long sizeOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Numbers

  private static <T> List<T> rotated(List<T> list, int by) {
    List<T> rotated = new ArrayList<>(list);
    Collections.rotate(rotated, by);
    return rotated;
  }

  private static double median(List<Long> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }

  private static long nearestRank(List<Long> sorted, int percent) {
    return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }

  private static double millis(double nanos) {
    return nanos / 1e6;
  }

  private static String mib(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / MIB);
  }

  /** What has been started and must not outlive this program, however it ends. */
  private static final class Processes {
    private final Set<RunningProcess> started = new HashSet<>();
    private boolean stopping;

    /**
     * Under the lock: between the start and the entry there is no gap for Ctrl-C to slip through.
     */
    synchronized RunningProcess start(Start start) throws IOException {
      if (stopping) {
        throw new IOException("stopping");
      }
      started.removeIf(process -> !process.isAlive());
      RunningProcess process = start.run();
      started.add(process);
      return process;
    }

    synchronized boolean stopping() {
      return stopping;
    }

    synchronized void stopAll() {
      stopping = true;
      started.forEach(RunningProcess::close);
    }

    interface Start {
      RunningProcess run() throws IOException;
    }
  }

  private record Options(Path root, int runs, Path http, Path lambda, Path station) {

    static Options of(String[] args) throws IOException {
      Path root = Path.of(System.getProperty("minsheng.root", ""));
      int runs = 30;
      Path http = runner(root.resolve("src/host/http/target/childcare-subsidy"));
      Path lambda = root.resolve("src/host/lambda/target/childcare-subsidy/function.zip");
      Path station = root.resolve("src/station/target/quarkus-app/quarkus-run.jar");
      Iterator<String> rest = List.of(args).iterator();
      while (rest.hasNext()) {
        String option = rest.next();
        switch (option) {
          case "--runs" -> runs = positive(value(option, rest));
          case "--http" -> http = Path.of(value(option, rest));
          case "--lambda" -> lambda = Path.of(value(option, rest));
          case "--station" -> station = Path.of(value(option, rest));
          default -> throw new IllegalArgumentException("there is no option " + option);
        }
      }
      return new Options(root, runs, http, lambda, station);
    }

    private static String value(String option, Iterator<String> rest) {
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      return rest.next();
    }

    private static int positive(String value) {
      if (!value.matches("[1-9]\\d{0,5}")) {
        throw new IllegalArgumentException("--runs takes a positive number, not " + value);
      }
      return Integer.parseInt(value);
    }

    /** Quarkus names the executable after the module and its version. */
    private static Path runner(Path folder) throws IOException {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> runners = Files.newDirectoryStream(folder, "*-runner")) {
          for (Path runner : runners) {
            return runner;
          }
        }
      }
      return folder.resolve("*-runner");
    }
  }
}
