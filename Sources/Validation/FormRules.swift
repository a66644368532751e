import Documents
public import Findings
import Schemas

/// The rules of form: those of the readers and those of the schema.
public enum FormRules {
  public static let all: [RuleDescriptor] = FormatRule.all + StructureRule.all
}
