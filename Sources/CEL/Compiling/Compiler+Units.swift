/// Units: what numbers count, from the report schema. They are types of figures: hours and shares do not add up.
extension Compiler {
  /// The unit of two figures that must have the same one; a plain number takes on any.
  func commonUnit(_ first: String?, _ second: String?, _ what: String, at range: Range<Int>) throws(CompileError)
    -> String?
  {
    guard let first, let second else { return first ?? second }
    guard first == second || mode == .unchecked else {
      throw CompileError("“\(what)” wants figures of one unit, not \(first) and \(second)", at: range)
    }
    return first
  }

  /// The unit of the result; the operands of a sum or a comparison must have the same.
  ///
  /// A share or a plain number scales any figure; the ratio of two figures of one unit is a plain number.
  func unit(
    of operation: BinaryOperator, _ first: String?, _ second: String?, at range: Range<Int>
  ) throws(CompileError) -> String? {
    switch operation {
    case .multiply:
      guard let first, let second else { return first ?? second }
      if first == "share" { return second }
      if second == "share" || mode == .unchecked { return first }
      throw CompileError("\(first) times \(second) counts nothing that a report states", at: range)
    case .divide: return first == second ? nil : second == nil || second == "share" ? first : nil
    case .add, .subtract, .remainder: return try commonUnit(first, second, operation.rawValue, at: range)
    default:
      _ = try commonUnit(first, second, operation.rawValue, at: range)
      return nil
    }
  }

  /// The unit of what a function gives.
  func unit(ofCall name: String, _ units: [String?], at range: Range<Int>) throws(CompileError) -> String? {
    guard units.contains(where: { $0 != nil }) else { return nil }
    if let count = Self.alike[name] {
      var common: String?
      for unit in units.prefix(count) { common = try commonUnit(common, unit, name, at: range) }
    }
    return Self.keeping.contains(name) ? units.compactMap { $0 }.first : nil
  }

  /// The functions whose result counts what their arguments count.
  private static let keeping: Set = [
    "sum", "min", "max", "avg", "abs", "round", "first", "last", "distinct", "sort", "flatten", "orValue", "or",
    "value",
    "optional.of", "optional.ofNonZeroValue", "decimal", "int", "double",
  ]

  /// How many arguments of a function must count the same.
  private static let alike = ["approx": 3, "within": 2, "ratioEquals": 2, "orValue": 2, "or": 2]
}
