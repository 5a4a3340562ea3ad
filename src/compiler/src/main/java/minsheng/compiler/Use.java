package minsheng.compiler;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a policy's compiled rule takes from its policy.yaml. The reverse, a rule that uses what the
 * file lacks, does not compile: there is no such name.
 */
final class Use {

  private Use() {}

  /**
   * Every fact, parameter, reason and field of the result that the file declares and the rule does
   * not use, as faults.
   *
   * @param classes where the module's classes are
   */
  static List<String> unused(PolicyFile policy, Path classes) throws IOException {
    Set<String> used = used(classes.resolve(policy.packageName().replace('.', '/')));
    String file = "functions/" + policy.id + "/policy.yaml: ";
    List<String> faults = new ArrayList<>();
    for (PolicyFile.FactUse use : policy.facts) {
      Vocabulary.Fact fact = use.fact();
      // Said to citizens, who would wonder why nobody asks; or the number of entries is what
      // counts.
      if (use.needed().contains("changes nothing") || use.needed().contains("every entry counts")) {
        continue;
      }
      String view = fact.list().isEmpty() ? "Facts" : "Facts$" + Java.entryType(fact.list());
      if (!used.contains(view + "." + fact.field())) {
        faults.add(file + "fact `" + fact.name() + "` is declared, but the rule does not use it");
      }
    }
    for (PolicyFile.Parameter parameter : policy.parameters) {
      if (!parameter.informational()
          && !used.contains("Parameters." + Java.constant(parameter.name()))) {
        faults.add(
            file
                + "parameter `"
                + parameter.name()
                + "` is declared, but the rule does not use it");
      }
    }
    for (PolicyFile.Reason reason : policy.reasons) {
      if (!used.contains("Reasons." + Java.constant(reason.code()))) {
        faults.add(
            file + "reason `" + reason.code() + "` is declared, but the rule does not use it");
      }
    }
    for (PolicyFile.ResultField field : policy.result) {
      String type = field.list().isEmpty() ? "Result" : "Result$" + Java.entryType(field.list());
      if (!field.isOfItsDecision() && !used.contains(type + "." + field.field())) {
        faults.add(
            file + "result `" + field.name() + "` is declared, but the rule does not fill it");
      }
    }
    return faults;
  }

  private static Set<String> used(Path folder) throws IOException {
    Set<String> used = new HashSet<>();
    if (!Files.isDirectory(folder)) {
      return used;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String type = file.getFileName().toString().replaceFirst("[.$].*", "");
        if (!PolicySources.TYPES.contains(type)) {
          used.addAll(references(ClassFile.of().parse(file)));
        }
      }
    }
    return used;
  }

  private static Set<String> references(ClassModel model) {
    Set<String> references = new HashSet<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof MemberRefEntry member) {
        String owner = member.owner().asInternalName();
        references.add(
            owner.substring(owner.lastIndexOf('/') + 1) + "." + member.name().stringValue());
      }
    }
    return references;
  }
}
