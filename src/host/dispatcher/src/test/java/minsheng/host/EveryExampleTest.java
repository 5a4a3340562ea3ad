package minsheng.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import minsheng.contract.Example;
import minsheng.contract.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of every policy, without any server. */
class EveryExampleTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  // Read once: mutation asks for them again for each small change.
  private static final List<Example> EXAMPLES =
      Example.policies().stream().flatMap(policy -> Example.of(policy).stream()).toList();

  static List<Example> examples() {
    return EXAMPLES;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void gets_the_answer_that_it_must_get(Example example) throws IOException {
    Dispatcher dispatcher =
        new Dispatcher(
            Functions.of(List.of(Rules.of(example.policy()))),
            OperatorValues.NONE,
            Clock.systemUTC());
    Response response = dispatcher.dispatch(Ask.of(example.policy(), example.request().toString()));
    example.check(JSON.readTree(response.body()));
  }
}
