package minsheng.host;

import io.quarkus.arc.Arc;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import minsheng.kernel.Policy;
import minsheng.kernel.Rule;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the dispatcher of this process: of the functions that it has, those that it is to answer
 * for, with the operator's values. The only class that knows how functions are found: in Funqy's
 * registry, which is filled when the application is built.
 */
@Singleton
public class Host {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Produces
  @Singleton
  @Startup
  Dispatcher dispatcher(
      @ConfigProperty(name = "minsheng.functions") Optional<String> functions,
      @ConfigProperty(name = "minsheng.parameters") Optional<String> parameters) {
    Functions chosen = Functions.chosen(registered(), functions);
    Map<String, Policy> policies = new LinkedHashMap<>();
    Stream.of(chosen.assessed(), chosen.screened())
        .flatMap(List::stream)
        .forEach(rule -> policies.put(rule.policy().id(), rule.policy()));
    return new Dispatcher(chosen, operatorValues(parameters, policies), Clock.system(ZONE));
  }

  private static List<Rule> registered() {
    List<Rule> rules = new ArrayList<>();
    for (FunctionInvoker function : FunctionRecorder.registry.invokers()) {
      rules.add((Rule) Arc.container().instance(function.getTargetClass()).get());
    }
    return rules;
  }

  private static OperatorValues operatorValues(
      Optional<String> file, Map<String, Policy> policies) {
    try {
      return file.map(Path::of)
          .map(path -> OperatorValues.read(path, policies))
          .orElse(OperatorValues.NONE);
    } catch (OperatorValues.BrokenFileException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }
}
