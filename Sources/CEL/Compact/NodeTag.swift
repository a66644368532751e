/// The byte that tells what kind of node follows in the compact form.
enum NodeTag: UInt8 {
  case constant, boxed, variable, definition, local
  case select, optionalSelect, has, index
  case arithmetic, negate, equal, textEqual, order
  case and, or, not, conditional
  case bind, optionalMap, list, map, call, sum, size, orValue, orOptional
  case match, isIn, textIn, inTexts
  case quantifier, existsOne, transform, transformMap, hoisted, remembered
}

/// The byte that tells what a type is.
enum TypeTag: UInt8 {
  case dyn, null, bool, int, uint, double, decimal, string, bytes, date, timestamp, duration, type
  /// A record or a code list, by its place among the types of the schema.
  case named
  case list, map, optional
}

/// The byte that tells what a constant, of a node or of a pack, holds.
enum ConstantTag: UInt8 {
  case bool, int, decimal, double, string, date, list, bytes
}

/// The operators in the order of their bytes; made once, because the enumeration would make them for each node.
let compactOperators = BinaryOperator.allCases
