/// A calculation over figures of the reports and what its result was compared with: `12 + 7 + 3 = 22, stated 23`.
public struct Working: Hashable, Sendable, Codable {
  /// How the result stands to the figure that it was compared with.
  public enum Relation: String, Codable, Sendable, CaseIterable {
    case unequal, less, equal, greater
  }

  /// What two figures may differ by and still count as equal.
  public struct Tolerance: Hashable, Sendable, Codable {
    public enum Unit: String, Codable, Sendable, CaseIterable {
      /// The unit of the figures.
      case amount
      /// Percent of the figure that is compared with.
      case percent
    }

    /// A decimal.
    public var value: String
    public var unit: Unit

    public init(value: String, unit: Unit) {
      self.value = value
      self.unit = unit
    }
  }

  public var calculation: Calculation
  public var relation: Relation
  /// What the result was compared with: one figure, or another calculation.
  public var stated: Calculation
  public var tolerance: Tolerance?

  public init(calculation: Calculation, relation: Relation, stated: Calculation, tolerance: Tolerance? = nil) {
    self.calculation = calculation
    self.relation = relation
    self.stated = stated
    self.tolerance = tolerance
  }

  mutating func mapPlaces(_ transform: (Place) -> Place) {
    for index in calculation.steps.indices { calculation.steps[index].mapPlace(transform) }
    for index in stated.steps.indices { stated.steps[index].mapPlace(transform) }
  }
}

/// Figures with signs between them, and what they give.
public struct Calculation: Hashable, Sendable, Codable {
  /// In the order of reading.
  public var steps: [Step]
  /// A decimal, exact to 28 digits.
  public var result: String
  /// Whether the rule rounds the result.
  public var isRounded: Bool

  /// A piece of a calculation: exactly one of figure, sign and a number of figures left out.
  public struct Step: Hashable, Sendable, Codable {
    /// A decimal.
    public var figure: String?
    /// Where the figure stands; nil for one that the rule gives or that another calculation gave.
    public var place: Place?
    public var sign: Sign?
    /// How many figures of the same sum are not written.
    public var omitted: Int?

    private init(figure: String? = nil, place: Place? = nil, sign: Sign? = nil, omitted: Int? = nil) {
      self.figure = figure
      self.place = place
      self.sign = sign
      self.omitted = omitted
    }

    mutating func mapPlace(_ transform: (Place) -> Place) { place = place.map(transform) }

    public static func figure(_ text: String, at place: Place? = nil) -> Step { Step(figure: text, place: place) }
    public static func sign(_ sign: Sign) -> Step { Step(sign: sign) }
    public static func omitted(_ count: Int) -> Step { Step(omitted: count) }
  }

  public enum Sign: String, Codable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case modulo = "%"
    case open = "("
    case close = ")"
  }

  public init(steps: [Step], result: String, isRounded: Bool = false) {
    self.steps = steps
    self.result = result
    self.isRounded = isRounded
  }

  /// A figure alone, which was not worked out.
  public var isFigure: Bool { steps.count == 1 && steps[0].figure != nil }

  /// Whether the figure, or any of them, stands in a report.
  public var isPlaced: Bool { steps.contains { $0.place != nil } }
}
