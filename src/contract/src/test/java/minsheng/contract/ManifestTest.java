package minsheng.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.fc20230330.models.CreateFunctionInput;
import com.aliyun.fc20230330.models.HTTPTriggerConfig;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.knative.serving.v1.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import minsheng.kernel.Rule;
import org.junit.jupiter.api.Test;

/**
 * The manifests of a function for other platforms have no key that the platform does not know: of
 * Knative and of Function Compute by the types of their own clients. SCF's client is not published
 * where the project is built; of its manifest the keys without which it refuses a function are
 * looked for.
 */
class ManifestTest {

  private static final Path MANIFEST =
      Path.of(System.getProperty("minsheng.root"), "infra", "manifest");
  private static final YAMLMapper YAML = new YAMLMapper();

  @Test
  void knative_knows_every_key() throws Exception {
    Service service = knative(YAML.readTree(manifest("knative", "screen", "--image", "a.b/c:1")));
    assertThat(service.getMetadata().getName()).isEqualTo("screen");
    var container = service.getSpec().getTemplate().getSpec().getContainers().getFirst();
    assertThat(container.getImage()).isEqualTo("a.b/c:1");
    assertThat(container.getEnv().getFirst().getValue()).isEqualTo("screen");
  }

  @Test
  void a_key_that_knative_does_not_know_is_found() throws Exception {
    JsonNode manifest = YAML.readTree(manifest("knative", "screen", "--image", "a.b/c:1"));
    ((ObjectNode) manifest.at("/spec/template/spec")).put("containerConcurency", 1);
    assertThatThrownBy(() -> knative(manifest)).isInstanceOf(UnrecognizedPropertyException.class);
  }

  @Test
  void function_compute_knows_every_key() throws Exception {
    JsonNode manifest = YAML.readTree(manifest("fc", "screen", "--region", "cn-hangzhou"));
    ObjectNode function = (ObjectNode) manifest.at("/resources/screen/props");
    // These three are for the tool that deploys.
    assertThat(function.remove("region").asText()).isEqualTo("cn-hangzhou");
    assertThat(function.remove("code").asText()).isEqualTo("./code");
    JsonNode trigger = function.remove("triggers").get(0);

    ObjectMapper fields =
        new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);
    CreateFunctionInput input = fields.convertValue(function, CreateFunctionInput.class);
    assertThat(input.getFunctionName()).isEqualTo("minsheng-screen");
    assertThat(input.getEnvironmentVariables()).containsEntry("MINSHENG_FUNCTIONS", "screen");
    assertThat(
            fields.convertValue(trigger.get("triggerConfig"), HTTPTriggerConfig.class).getMethods())
        .containsExactly("GET", "POST");
  }

  @Test
  void scf_is_told_what_it_must_know() throws Exception {
    JsonNode manifest = new ObjectMapper().readTree(manifest("scf", "screen", "--image", "a.b/c"));
    assertThat(manifest.path("FunctionName").asText()).isEqualTo("minsheng-screen");
    assertThat(manifest.path("Type").asText()).isEqualTo("HTTP");
    JsonNode image = manifest.at("/Code/ImageConfig");
    assertThat(image.path("ImageUri").asText()).isEqualTo("a.b/c");
    assertThat(image.path("ImageType").asText()).isIn(Set.of("personal", "enterprise"));
    assertThat(manifest.at("/Environment/Variables/0/Value").asText()).isEqualTo("screen");
  }

  @Test
  void every_policy_has_a_manifest_with_nothing_left_open() throws Exception {
    for (Rule rule : Rules.all()) {
      String id = rule.policy().id();
      assertThat(manifest("fc", id, "--region", "cn-hangzhou"))
          .contains("minsheng-" + id)
          .doesNotContain("${");
    }
  }

  private static Service knative(JsonNode manifest) throws IOException {
    ObjectMapper strict =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(
                new JacksonAnnotationIntrospector() {
                  private static final long serialVersionUID = 1;

                  // The types keep what they do not know; here it is a mistake.
                  @Override
                  public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                  }
                });
    return strict.treeToValue(manifest, Service.class);
  }

  private static String manifest(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", MANIFEST.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }
}
