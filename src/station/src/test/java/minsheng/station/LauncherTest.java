package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's errors: one plain sentence each, on standard error, and a failure's exit code. */
class LauncherTest {

  private static final List<String> TOOLS =
      List.of(
          "bash",
          "dirname",
          "readlink",
          "sed",
          "grep",
          "sort",
          "head",
          "find",
          "mkdir",
          "cat",
          "awk",
          "tr",
          "realpath");

  @TempDir Path project;

  /** The launcher in a project of one function that was never built. */
  @BeforeEach
  void copyTheLauncher() throws IOException {
    Files.copy(
        Path.of(System.getProperty("minsheng.root"), "minsheng"), project.resolve("minsheng"));
    Path gateway = Path.of("infra", "gateway", "gateway");
    Files.createDirectories(project.resolve(gateway).getParent());
    Files.copy(
        Path.of(System.getProperty("minsheng.root")).resolve(gateway), project.resolve(gateway));
    Path function = Files.createDirectories(project.resolve("functions/a-policy"));
    Files.createFile(function.resolve("policy.yaml"));
  }

  @Test
  void a_command_that_does_not_exist() throws Exception {
    refuses("there is no command `upp`", Map.of(), "upp");
  }

  @Test
  void a_port_that_is_none() throws Exception {
    refuses("--port needs a number from 1 to 65535.", Map.of(), "up", "--port", "http");
    refuses("--port needs a number from 1 to 65535.", Map.of(), "up", "--port", "65536");
    refuses("--port needs a number.", Map.of(), "up", "--port");
  }

  @Test
  void a_port_that_is_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      refuses("port " + port + " is taken", Map.of(), "up", "--port", port);
    }
  }

  @Test
  void a_function_that_does_not_exist() throws Exception {
    refuses(
        "there is no function `b-policy`; there are: a-policy.", Map.of(), "native", "b-policy");
    refuses("name a function, screen, all or station: a-policy.", Map.of(), "native");
  }

  @Test
  void a_gateway_that_cannot_be_started() throws Exception {
    refuses("gateway knows up, reload and test", Map.of(), "gateway", "down");
    refuses(
        "there is no function `b-policy`; there are: screen, a-policy.",
        Map.of(),
        "gateway",
        "up",
        "--functions",
        "a-policy,b-policy");
    refuses(
        "there is no executable of a-policy: build it by ./minsheng native a-policy",
        Map.of(),
        "gateway",
        "up",
        "--native");
    refuses("no gateway is up in", Map.of(), "gateway", "reload");
  }

  @Test
  void no_haproxy_on_the_path() throws Exception {
    refuses(
        "no HAProxy found: install the package haproxy.",
        Map.of("PATH", pathWithoutMaven().toString()),
        "gateway",
        "up");
  }

  @Test
  void no_maven_on_the_path() throws Exception {
    refuses("no Maven found: install it", Map.of("PATH", pathWithoutMaven().toString()), "test");
  }

  @Test
  void requests_without_a_policy() throws Exception {
    refuses("name a policy and give requests, one a line", Map.of(), "assess");
  }

  @Test
  void no_image_builder() throws Exception {
    refuses(
        "no native-image found: set GRAALVM_HOME",
        Map.of("GRAALVM_HOME", ""),
        "native",
        "a-policy");
  }

  @Test
  void help_lists_every_command() throws Exception {
    Process help = launcher(Map.of(), "help").start();
    String text = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(text)
        .contains(
            "up",
            "assess",
            "test",
            "mutation",
            "documents",
            "native",
            "native-test",
            "manifest",
            "terraform-test",
            "sbom",
            "gateway up",
            "gateway reload",
            "gateway test",
            "page-test",
            "clients",
            "format",
            "help");
    assertThat(help.waitFor()).isZero();
  }

  private void refuses(String sentence, Map<String, String> environment, String... arguments)
      throws Exception {
    Process process = launcher(environment, arguments).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    assertThat(process.exitValue()).isNotZero();
    String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(told.lines()).singleElement().asString().startsWith("minsheng: ").contains(sentence);
  }

  private ProcessBuilder launcher(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", project.resolve("minsheng").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    // The JDK of this test is one that the launcher accepts.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder;
  }

  private Path pathWithoutMaven() throws IOException {
    Path folder = Files.createDirectory(project.resolve("bin"));
    for (String tool : TOOLS) {
      Path found =
          Stream.of("/usr/bin", "/bin")
              .map(each -> Path.of(each, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(folder.resolve(tool), found);
    }
    return folder;
  }
}
