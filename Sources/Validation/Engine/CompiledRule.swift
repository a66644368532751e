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
  let scope: PackScope
  private let conditionPart = Once<Condition>()
  private let judgementPart = Once<Judgement>()
  private let wordingPart = Once<Wording>()
  /// What linting and explaining say of the rule; nil unless the environment collects warnings.
  let review: RuleReview?

  struct Binding: Sendable {
    let slot: Int
    let list: Program
  }

  /// A proven rule, each part of which is made when it is first needed.
  init(proven rule: Rule, in scope: PackScope) {
    self.rule = rule
    self.scope = scope
    validity = Self.validity(of: rule)
    review = nil
  }

  /// A rule that is compiled now.
  ///
  /// - Throws: `PackError` with the first fault and its place.
  init(compiling rule: Rule, in scope: PackScope) throws(PackError) {
    self.rule = rule
    self.scope = scope
    validity = Self.validity(of: rule)
    var environment = scope.environment(withPrevious: rule.needsPrevious)
    if environment.collectsWarnings { environment.assumptions = (rule.applies.map { [$0.when.text] }) ?? [] }
    var review = environment.collectsWarnings ? RuleReview() : nil
    if let applies = rule.applies {
      _ = conditionPart.storeIfNil(try Condition(applies.when, in: environment, file: rule.file, &review))
    }
    let judgement = judgementPart.storeIfNil(try Judgement(rule, environment, isProven: false, &review))
    let wording = wordingPart.storeIfNil(
      try Wording(rule, judgement, in: judgement.environment ?? environment, scope.labels, &review))
    self.review = review
    let used = judgement.usedNames.union(wording.usedNames)
    if let unused = rule.lets.first(where: { !used.contains($0.name) }) {
      throw PackError(
        file: rule.file, at: PackLocation(["let", unused.name], isName: true), message: "nobody uses this name")
    }
  }

  private static func validity(of rule: Rule) -> (CivilDate?, CivilDate?) {
    (rule.effective.from.flatMap { CivilDate($0) }, rule.effective.to.flatMap { CivilDate($0) })
  }

  /// The names that its expressions know beside its own.
  var environment: Environment { scope.environment(withPrevious: rule.needsPrevious) }

  /// Whether the rule concerns the report; nil when it concerns every report.
  var when: Program? {
    guard let applies = rule.applies else { return nil }
    if let made = conditionPart.load() { return made.program }
    return make(conditionPart) {
      if let made = Condition(restoring: self) { return made }
      var review: RuleReview?
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
    if let made = judgementPart.load() { return made }
    return make(judgementPart) {
      if let made = Judgement(restoring: self) { return made }
      var review: RuleReview?
      return try Judgement(rule, environment, isProven: true, &review)
    }
  }

  private var wording: Wording {
    if let made = wordingPart.load() { return made }
    return make(wordingPart) {
      var review: RuleReview?
      let names = judgement.environment ?? judgement.names(of: rule, in: environment)
      return try Wording(rule, judgement, in: names, scope.labels, &review)
    }
  }

  private func make<Part>(_ reference: borrowing Once<Part>, _ make: () throws -> Part) -> Part {
    do {
      return reference.storeIfNil(try make())
    } catch {
      preconditionFailure("the tests of vigie compile every shipped rule, and \(rule.file) does not compile: \(error)")
    }
  }
}
