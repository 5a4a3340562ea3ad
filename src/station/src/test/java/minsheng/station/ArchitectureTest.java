package minsheng.station;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom, and what a rule may not touch. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("minsheng");

  private static final Set<String> GENERATED =
      Set.of("Facts", "Parameters", "Reasons", "Result", "PolicyData", "PolicyRule");

  /** What is written by hand: the rest of a policy is made from its policy.yaml. */
  private static final DescribedPredicate<JavaClass> WRITTEN =
      DescribedPredicate.describe(
          "written by hand", type -> !GENERATED.contains(outermost(type).getSimpleName()));

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  static final ArchRule the_kernel_knows_java_alone =
      classes()
          .that()
          .resideInAnyPackage("minsheng.kernel..", "minsheng.vocabulary..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "minsheng.kernel..", "minsheng.vocabulary..", "java..", "org.jspecify..");

  static final ArchRule a_function_knows_the_kernel_alone =
      classes()
          .that()
          .resideInAPackage("minsheng.functions..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "minsheng.functions..",
                      "minsheng.kernel..",
                      "minsheng.vocabulary..",
                      "java..",
                      "org.jspecify..")
                  .or(simpleName("Funq"))
                  .or(simpleName("Singleton")));

  static final ArchRule functions_do_not_know_each_other =
      slices().matching("minsheng.functions.(*)..").should().notDependOnEachOther();

  static final ArchRule screening_knows_the_kernel_alone =
      classes()
          .that()
          .resideInAPackage("minsheng.screening..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "minsheng.screening..", "minsheng.kernel..", "java..", "org.jspecify..");

  static final ArchRule the_dispatcher_knows_no_function_and_no_transport =
      noClasses()
          .that()
          .resideInAPackage("minsheng.host")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "minsheng.functions..",
                  "minsheng.host.*..",
                  "minsheng.station..",
                  "io.vertx..",
                  "com.amazonaws.."));

  static final ArchRule an_adapter_knows_the_dispatcher_alone =
      noClasses()
          .that()
          .resideInAPackage("minsheng.host.*..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "minsheng.functions..",
              "minsheng.kernel..",
              "minsheng.screening..",
              "minsheng.vocabulary..");

  static final ArchRule functions_are_found_in_one_class =
      noClasses()
          .that(not(simpleName("Host")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus.funqy.runtime..", "io.quarkus.arc..");

  static final ArchRule a_rule_has_no_clock =
      noClasses()
          .that()
          .resideInAnyPackage("minsheng.functions..", "minsheng.kernel..", "minsheng.screening..")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "it tells the time", call -> call.getTarget().getName().equals("now")))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.time.Clock.class);

  static final ArchRule a_rule_has_no_binary_floating_point =
      classes()
          .that()
          .resideInAnyPackage("minsheng.functions..", "minsheng.kernel..", "minsheng.screening..")
          .should(notUseBinaryFloatingPoint());

  static final ArchRule a_rule_states_no_amount_and_no_date =
      noClasses()
          .that()
          .resideInAPackage("minsheng.functions..")
          .and(WRITTEN)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "it makes a value of a literal",
                  call ->
                      Set.of("of", "parse", "ofYuan").contains(call.getTarget().getName())
                          && isOfValues(call)))
          .orShould()
          .callConstructorWhere(
              DescribedPredicate.describe(
                  "it makes a value of a literal", ArchitectureTest::isOfValues));

  private static boolean isOfValues(JavaAccess<?> access) {
    return Set.of("LocalDate", "YearMonth", "Money", "BigDecimal", "Division")
        .contains(access.getTargetOwner().getSimpleName());
  }

  static final ArchRule facts_are_not_logged =
      noClasses()
          .that()
          .resideInAnyPackage("minsheng.functions..", "minsheng.kernel..", "minsheng.screening..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.jboss.logging..", "org.slf4j..")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static ArchCondition<JavaClass> notUseBinaryFloatingPoint() {
    return new ArchCondition<>("not use double or float") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(
                type.getFields().stream().map(field -> field.getRawType()),
                type.getCodeUnits().stream()
                    .flatMap(
                        unit ->
                            Stream.concat(
                                unit.getRawParameterTypes().stream(),
                                Stream.of(unit.getRawReturnType()))))
            .filter(
                used ->
                    Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(used.getName()))
            .forEach(
                used ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " uses " + used.getName())));
        type.getMethodCallsFromSelf().stream()
            .filter(
                call ->
                    Set.of("double", "float")
                        .contains(call.getTarget().getRawReturnType().getName()))
            .forEach(
                call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
      }
    };
  }

  @TestFactory
  Stream<DynamicTest> every_rule_of_the_house_holds() {
    return Stream.of(
            the_kernel_knows_java_alone,
            a_function_knows_the_kernel_alone,
            functions_do_not_know_each_other,
            screening_knows_the_kernel_alone,
            the_dispatcher_knows_no_function_and_no_transport,
            an_adapter_knows_the_dispatcher_alone,
            functions_are_found_in_one_class,
            a_rule_has_no_clock,
            a_rule_has_no_binary_floating_point,
            a_rule_states_no_amount_and_no_date,
            facts_are_not_logged)
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(ALL)));
  }
}
