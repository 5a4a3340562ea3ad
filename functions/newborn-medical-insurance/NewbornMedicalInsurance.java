package minsheng.functions.newbornmedicalinsurance;

import static minsheng.functions.newbornmedicalinsurance.Reasons.NO_CHILD;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.util.List;
import minsheng.kernel.Assessment;
import minsheng.kernel.Case;
import minsheng.kernel.Fact;

/**
 * 新生儿城乡居民医保“出生即享”. 哈发〔2022〕22号 三、(四)1: 出生后90天内的新生儿按照城乡居民医保个人缴费标准缴费后,自出生之日起享受当年城乡居民医保待遇。
 *
 * <p>Every child of the family is answered for: {@link ChildDecision}.
 */
@Singleton
public class NewbornMedicalInsurance implements PolicyRule {

  @Funq(PolicyData.ID)
  @Override
  public Assessment assess(Case situation) {
    Fact<List<Assessment>> parts =
        Facts.of(situation)
            .children()
            .map(
                all ->
                    all.stream()
                        .map(child -> new ChildDecision(situation, child).assess())
                        .toList());
    return PolicyRule.decide(situation)
        .require(parts.test(all -> !all.isEmpty()))
        .otherwise(NO_CHILD)
        .grant(parts.known().orElse(List.of()), new Result().children(parts));
  }
}
