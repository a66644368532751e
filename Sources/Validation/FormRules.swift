import Documents
public import Findings
import Schemas

/// The rules of form: those of the readers, those of the schema and those of waivers.
public enum FormRules {
  public static let all: [RuleDescriptor] = FormatRule.all + StructureRule.all + WaiverRule.all
}
