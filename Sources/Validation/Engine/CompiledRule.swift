import CEL
import Findings

/// A rule whose expressions are compiled and checked against the report schema: at once, or each part when it is first
/// needed.
///
/// Most reports fail few rules, so most wording is never read. Immutable to the eye, and shared by all workers: whoever
/// makes a part first, all make the same.
final class CompiledRule: Sendable {
  let rule: Rule
  /// The first and the last day on which the rule holds; nil for no limit.
  let validity: (from: CivilDate?, to: CivilDate?)
  private let environment: Environment
  /// Where the rule is compiled already; nil where it is to be compiled.
  private let compacts: Compacts?
  private let labels: CodeLabels
  private let conditionPart = Once<Condition>()
  private let judgementPart = Once<Judgement>()
  private let wordingPart = Once<Wording>()
  /// What linting and explaining say of the rule; nil unless the environment collects warnings.
  let review: RuleReview?

  struct Binding: Sendable {
    let slot: Int
    let list: Program
  }

  /// - Parameter isProven: Whether tests hold the rule, so that its parts can wait until they are needed.
  /// - Throws: `PackError` with the first fault and its place.
  init(_ rule: Rule, in environment: Environment, _ labels: CodeLabels, isProven: Bool) throws(PackError) {
    self.rule = rule
    self.labels = labels
    validity = (rule.effective.from.flatMap { CivilDate($0) }, rule.effective.to.flatMap { CivilDate($0) })
    var environment = environment
    if environment.collectsWarnings { environment.assumptions = (rule.applies.map { [$0.when.text] }) ?? [] }
    self.environment = environment
    compacts = nil
    guard !isProven || environment.collectsWarnings else {
      review = nil
      return
    }
    var review = environment.collectsWarnings ? RuleReview() : nil
    if let applies = rule.applies {
      _ = conditionPart.storeIfNil(try Condition(applies.when, in: environment, file: rule.file, &review))
    }
    let judgement = judgementPart.storeIfNil(try Judgement(rule, environment, isProven: false, &review))
    let wording = wordingPart.storeIfNil(try Wording(rule, judgement, labels, &review))
    self.review = review
    let used = judgement.usedNames.union(wording.usedNames)
    if let unused = rule.lets.first(where: { !used.contains($0.name) }) {
      throw PackError(
        file: rule.file, at: PackLocation(["let", unused.name], isName: true), message: "nobody uses this name")
    }
  }

  /// A proven rule from its compiled form.
  init(_ rule: Rule, in environment: Environment, _ labels: CodeLabels, _ compacts: Compacts) {
    self.rule = rule
    self.labels = labels
    validity = (rule.effective.from.flatMap { CivilDate($0) }, rule.effective.to.flatMap { CivilDate($0) })
    self.environment = environment
    self.compacts = compacts
    review = nil
  }

  /// Whether the rule concerns the report; nil when it concerns every report.
  var when: Program? {
    guard let applies = rule.applies else { return nil }
    return part(conditionPart) { review in
      if let compacts, let made = Condition(restoring: rule, in: environment, compacts) { return made }
      return try Condition(applies.when, in: environment, file: rule.file, &review)
    }.program
  }

  var binding: Binding? { judgement.binding }
  var assertion: Program { judgement.assertion }
  var places: [Program] { wording.places }
  var message: Template { wording.message }
  /// One for each placeholder of the message.
  var messageValues: [Program] { wording.values }

  var judgement: Judgement {
    part(judgementPart) { review in
      if let compacts, let made = Judgement(restoring: rule, in: environment, compacts) { return made }
      return try Judgement(rule, environment, isProven: true, &review)
    }
  }
  private var wording: Wording { part(wordingPart) { try Wording(rule, judgement, labels, &$0) } }

  private func part<Part>(
    _ reference: borrowing Once<Part>, _ make: (inout RuleReview?) throws -> Part
  ) -> Part {
    if let made = reference.load() { return made }
    do {
      var review: RuleReview?
      return reference.storeIfNil(try make(&review))
    } catch {
      preconditionFailure("the tests of vigie compile every shipped rule, and \(rule.file) does not compile: \(error)")
    }
  }
}
