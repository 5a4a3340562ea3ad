package minsheng.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minsheng.contract.Server;
import minsheng.contract.lambda.RunningProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A policy is its folder: put there it is answered for, taken away it is gone, and nothing else
 * changes. Tried on a copy of the project, with the example of functions/README.md as one more
 * policy and all but one of the others taken away.
 */
class AnotherPolicyTest {

  private static final Path ROOT = Path.of(System.getProperty("minsheng.root"));
  private static final Set<String> NOT_COPIED = Set.of("target", "node_modules", ".git", "infra");
  private static final String KEPT = "senior-card";
  private static final String ADDED = "example-allowance";

  @TempDir Path project;

  @Test
  void a_folder_is_the_whole_change() throws Exception {
    copyTheProject();
    addThePolicyOfTheReadme();
    build();

    Path station = project.resolve("src/station/target/quarkus-app/quarkus-run.jar");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try (Server server =
        Server.start(Duration.ofSeconds(60), List.of(java, "-jar", station.toString()))) {
      List<String> ids =
          RestAssured.get(server.base().resolve("/v1/policies")).jsonPath().getList("policies.id");
      assertThat(ids).containsExactlyInAnyOrder(ADDED, KEPT);

      RestAssured.given()
          .contentType(ContentType.JSON)
          .body(
              """
              {"asOf": "2026-05-02", "facts": {"birthDate": "2008-05-02", "registrationDivision": "230103"}}
              """)
          .post(server.base().resolve("/v1/policies/" + ADDED + "/assess"))
          .then()
          .statusCode(200)
          .body("outcome", org.hamcrest.Matchers.equalTo("eligible"))
          .body("result.monthlyYuan", org.hamcrest.Matchers.equalTo(100));
    }
  }

  private void copyTheProject() throws IOException {
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.getFileName().toString();
            boolean isOtherPolicy =
                Files.exists(folder.resolve("policy.yaml")) && !name.equals(KEPT);
            if (NOT_COPIED.contains(name) || isOtherPolicy) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(project.resolve(ROOT.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, project.resolve(ROOT.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void addThePolicyOfTheReadme() throws IOException {
    String readme = Files.readString(ROOT.resolve("functions/README.md"));
    Path folder = Files.createDirectory(project.resolve("functions").resolve(ADDED));
    Files.writeString(folder.resolve("policy.yaml"), block(readme, "yaml", "id: " + ADDED));
    Files.writeString(folder.resolve("examples.yaml"), block(readme, "yaml", "policy: " + ADDED));
    Files.writeString(
        folder.resolve("ExampleAllowance.java"), block(readme, "java", "package minsheng"));
  }

  /** The indented block of code of the README that begins with these words. */
  private static String block(String readme, String language, String begin) {
    Matcher matcher =
        Pattern.compile("   ```" + language + "\n(   " + begin + ".*?)   ```", Pattern.DOTALL)
            .matcher(readme);
    assertThat(matcher.find()).as("functions/README.md has %s", begin).isTrue();
    return matcher.group(1).stripTrailing().stripIndent() + "\n";
  }

  private void build() throws IOException, InterruptedException {
    ProcessBuilder maven =
        new ProcessBuilder(
            List.of(
                "mvn",
                "-B",
                "-ntp",
                "-Dmaven.test.skip=true",
                // The page's bundles for old browsers do not depend on the policies.
                "-Dexec.skip=true",
                "package",
                "-pl",
                "src/station",
                "-am"));
    maven.directory(project.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try (RunningProcess build = RunningProcess.start(maven)) {
      assertThat(build.awaitLine(line -> line.contains("BUILD SUCCESS"), Duration.ofMinutes(8)))
          .as(() -> String.join("\n", build.log()))
          .isTrue();
    }
  }
}
