/// The CEL that says the same as a path.
extension KindPath {
  /// What a missing value means.
  enum Absence: String, CaseIterable {
    case passes, fails
  }

  /// The guards of one part and the text of its value.
  func guarded(_ part: Int, from base: String) -> (guards: [String], text: String) {
    var guards: [String] = []
    var text = base
    for step in parts[part] {
      text += "." + step.name
      if step.isOptional { guards.append("has(\(text))") }
    }
    return (guards, text)
  }

  /// Something that must hold of every value.
  func all(
    _ names: inout Names, _ absence: Absence, part: Int = 0, from base: String? = nil, _ body: (String) -> String
  )
    -> String
  {
    let (guards, text) = guarded(part, from: base ?? headText)
    let isLast = part + 1 == parts.count
    var inner: String
    if isLast {
      inner = body(text)
    } else {
      let name = names.fresh()
      inner = "\(text).all(\(name), \(all(&names, absence, part: part + 1, from: name, body)))"
    }
    guard !guards.isEmpty else { return inner }
    if isLast { inner = Self.grouped(inner) }
    return absence == .passes
      ? (guards.map { "!" + $0 } + [inner]).joined(separator: " || ") : (guards + [inner]).joined(separator: " && ")
  }

  /// Something that must hold of one value at least; without a body, that it is there.
  func any(_ names: inout Names, part: Int = 0, from base: String? = nil, _ body: ((String) -> String)?) -> String {
    let (guards, text) = guarded(part, from: base ?? headText)
    var conditions = guards
    if part + 1 == parts.count {
      if let body { conditions.append(Self.grouped(body(text))) }
    } else {
      let name = names.fresh()
      conditions.append("\(text).exists(\(name), \(any(&names, part: part + 1, from: name, body)))")
    }
    return conditions.joined(separator: " && ")
  }

  /// The values that are there as a list.
  ///
  /// - Parameter leaf: What is taken of a value, and what guards it; the value itself without it.
  func list(_ names: inout Names, _ leaf: ((String) -> (guards: [String], text: String))? = nil) -> String {
    let (guards, text) = guarded(0, from: headText)
    let list: String
    if parts.count == 1 {
      list = "[\(text)]"
    } else {
      list = items(of: text, part: 0, &names, leaf)
    }
    return guards.isEmpty ? list : "(\(guards.joined(separator: " && ")) ? \(list) : [])"
  }

  private func items(
    of text: String, part: Int, _ names: inout Names, _ leaf: ((String) -> (guards: [String], text: String))?
  ) -> String {
    let isLast = part + 2 == parts.count
    if isLast, part == 0, parts[1].isEmpty, leaf == nil { return text }
    let name = names.fresh()
    var (conditions, value) = guarded(part + 1, from: name)
    if isLast {
      if let leaf {
        let (guards, inner) = leaf(value)
        conditions += guards
        value = inner
      }
    } else {
      value = items(of: value, part: part + 1, &names, leaf)
    }
    let guards = conditions.isEmpty ? "" : conditions.joined(separator: " && ") + ", "
    return "\(text).map(\(name), \(guards)\(value))" + (isLast ? "" : ".flatten()")
  }

  /// The sum of the values; an absent one counts 0.
  func sum(_ names: inout Names) -> String {
    guard isSingle else { return list(&names) + ".sum()" }
    let (guards, text) = guarded(0, from: headText)
    return guards.isEmpty ? text : "(\(guards.joined(separator: " && ")) ? \(text) : 0)"
  }

  /// The value of a path without lists, and its guards.
  var plain: (guards: [String], text: String) { guarded(0, from: headText) }

  /// The text between parentheses where it is a conjunction or a disjunction.
  static func grouped(_ text: String) -> String {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == last, byte == UInt8(ascii: "|") || byte == UInt8(ascii: "&") { return "(\(text))" }
      last = byte
    }
    return text
  }

  /// Names for the variables of macros that nothing else has.
  struct Names {
    private let environment: Environment
    private var taken: [String] = []

    init(_ environment: Environment) { self.environment = environment }

    /// Keeps the first name of a text for it.
    mutating func reserve(_ text: String) { taken.append(String(text.prefix { $0 != "." })) }

    mutating func fresh() -> String {
      for name in ["x", "y", "z"] where take(name) { return name }
      var number = 1
      while !take("x\(number)") { number += 1 }
      return "x\(number)"
    }

    private mutating func take(_ name: String) -> Bool {
      guard !environment.isTaken(name), !taken.contains(name) else { return false }
      taken.append(name)
      return true
    }
  }
}
