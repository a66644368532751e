/// The program that made a result.
public struct Engine: Hashable, Sendable, Codable {
  public var name: String
  public var version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// A file that was read.
public struct Input: Hashable, Sendable, Codable {
  /// The name as given, or `-` for standard input.
  public var name: String
  /// `json` or `xml`.
  public var syntax: String
  /// The size in bytes as it came.
  public var bytes: Int
  /// `sha256:` and 64 hexadecimal digits, of the bytes as they came.
  public var digest: String
  /// The number of lines.
  public var lines: Int

  public init(name: String, syntax: String, bytes: Int, digest: String, lines: Int) {
    self.name = name
    self.syntax = syntax
    self.bytes = bytes
    self.digest = digest
    self.lines = lines
  }
}

/// Who reports on what.
public struct ReportIdentity: Hashable, Sendable, Codable {
  public var id: String?
  public var version: String?
  public var provider: String?
  /// ISO 8601.
  public var from: String?
  /// ISO 8601.
  public var to: String?
  public var services: [String]

  public init(
    id: String? = nil, version: String? = nil, provider: String? = nil, from: String? = nil, to: String? = nil,
    services: [String] = []
  ) {
    self.id = id
    self.version = version
    self.provider = provider
    self.from = from
    self.to = to
    self.services = services
  }
}

/// A schema or rule pack that a run used.
public struct Component: Hashable, Sendable, Codable {
  public var id: String
  public var version: String
  /// `sha256:` and 64 hexadecimal digits.
  public var digest: String
  public var title: LocalizedText

  public init(id: String, version: String, digest: String, title: LocalizedText) {
    self.id = id
    self.version = version
    self.digest = digest
    self.title = title
  }
}

/// A rule pack that does not concern the report, and why.
public struct InapplicablePack: Hashable, Sendable, Codable {
  public var pack: Component
  public var reason: LocalizedText

  public init(pack: Component, reason: LocalizedText) {
    self.pack = pack
    self.reason = reason
  }
}

/// How many rules ended how. A rule counts once: failed before cantTell before passed before inapplicable.
public struct Counts: Hashable, Sendable, Codable {
  /// All rules of the packs; the sum of the next four.
  public var rules: Int
  public var passed: Int
  public var failed: Int
  public var inapplicable: Int
  public var cantTell: Int
  public var errors: Int
  public var warnings: Int
  public var notes: Int
  /// How many of the errors, warnings and notes are waived.
  public var waived: Int

  public init(
    rules: Int = 0, passed: Int = 0, failed: Int = 0, inapplicable: Int = 0, cantTell: Int = 0, errors: Int = 0,
    warnings: Int = 0, notes: Int = 0, waived: Int = 0
  ) {
    self.rules = rules
    self.passed = passed
    self.failed = failed
    self.inapplicable = inapplicable
    self.cantTell = cantTell
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
    self.waived = waived
  }

  /// Counts one failure of a severity.
  public mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }
}

/// How the rules of one strand of the action plan ended.
public struct StrandScore: Hashable, Sendable, Codable {
  /// `A1` to `A7`.
  public var id: String
  public var title: LocalizedText
  public var passed: Int
  public var failed: Int
  public var inapplicable: Int
  public var cantTell: Int

  public init(id: String, title: LocalizedText, passed: Int, failed: Int, inapplicable: Int, cantTell: Int) {
    self.id = id
    self.title = title
    self.passed = passed
    self.failed = failed
    self.inapplicable = inapplicable
    self.cantTell = cantTell
  }

  /// The share of the applicable rules that passed, in whole percent, rounded down; nil where none was decided.
  public var percent: Int? {
    passed + failed == 0 ? nil : passed * 100 / (passed + failed + cantTell)
  }
}

/// A named figure of the report.
public struct Indicator: Hashable, Sendable, Codable {
  public var id: String
  public var title: LocalizedText
  public var unit: IndicatorUnit
  /// A decimal without exponent, such as `0.0113`; nil where the report does not say.
  public var value: String?
  /// The same figure in the report of the period before.
  public var previous: String?
  /// Why there is no value.
  public var reason: LocalizedText?

  public init(
    id: String, title: LocalizedText, unit: IndicatorUnit, value: String? = nil, previous: String? = nil,
    reason: LocalizedText? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.value = value
    self.previous = previous
    self.reason = reason
  }
}

/// What an indicator counts.
public enum IndicatorUnit: String, Codable, Sendable, CaseIterable {
  case count, share, hours, days, euro, fullTimeEquivalents
}
