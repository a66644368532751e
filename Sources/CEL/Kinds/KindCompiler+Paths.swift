/// Resolving paths.
extension KindCompiler {
  /// - Parameter flattening: whether the values of a path that ends at a list are its items.
  func path(_ text: String, parameter: String, item: Int, flattening: Bool) throws(KindError) -> KindPath {
    let names = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard names.allSatisfy(Self.isName) else {
      throw KindError(
        "“\(parameter)” is a path of names, such as report.services.id; what else there is to say needs a let or assert",
        parameter: parameter, item: item, at: 0..<text.utf8.count)
    }
    let length = try headLength(names, parameter, item)
    let headText = length == 1 ? names[0] : Self.qualified(names, length)
    let head: Program
    do {
      head = try Program.compile(headText, in: environment)
    } catch {
      throw KindError(error.message, parameter: parameter, item: item, at: error.range)
    }
    var offset = headText.utf8.count + 1
    var parts: [[KindPath.Step]] = [[]]
    var type = head.type
    for (position, name) in names.enumerated().dropFirst(length) {
      while case .list(let element) = type {
        parts.append([])
        type = element
      }
      let place = offset..<offset + name.utf8.count
      var parent: String { Self.qualified(names, position) }
      guard case .record(let record) = type else {
        throw KindError("“\(parent)” is \(type); it has no fields", parameter: parameter, item: item, at: place)
      }
      guard let field = record.field(name) else {
        let suffix = Suggestion.text(for: name, among: record.fields.map(\.name))
        throw KindError("“\(parent)” has no field “\(name)”\(suffix)", parameter: parameter, item: item, at: place)
      }
      parts[parts.count - 1].append(KindPath.Step(name: name, slot: field.slot, isOptional: field.isOptional))
      type = field.type
      offset = place.upperBound + 1
    }
    while flattening, case .list(let element) = type {
      parts.append([])
      type = element
    }
    return KindPath(headText: headText, head: head.node, parts: parts, type: type)
  }

  /// A path of members of an item.
  func memberPath(_ text: String, of type: Type, parameter: String, item: Int) throws(KindError) -> KindPath {
    var inner = environment
    inner.declare(Self.itemName, type)
    let compiler = KindCompiler(call, inner)
    do throws(KindError) {
      let path = try compiler.path(Self.itemName + "." + text, parameter: parameter, item: item, flattening: false)
      guard path.isSingle, path.type != .dyn else {
        throw KindError(
          "a key is one value, but “\(text)” runs through a list", parameter: parameter, item: item,
          at: 0..<text.utf8.count)
      }
      return path
    } catch {
      let shift = Self.itemName.utf8.count + 1
      let range = max(0, error.range.lowerBound - shift)..<max(0, error.range.upperBound - shift)
      let message = error.message.replacing(Self.itemName + ".", with: "").replacing(Self.itemName, with: "an item")
      throw KindError(message, parameter: parameter, item: item, at: range)
    }
  }

  private static let itemName = "item__"

  /// The first names with dots. An array, because a slice is joined by code that must be made for it when it runs.
  private static func qualified(_ names: [String], _ count: Int) -> String {
    Array(names.prefix(count)).joined(separator: ".")
  }

  /// How many names the environment knows as one, `parameters.x` for instance.
  private func headLength(_ names: [String], _ parameter: String, _ item: Int) throws(KindError) -> Int {
    if !environment.mayQualify(names[0]), environment.contains(names[0]) { return 1 }
    for length in (1...names.count).reversed()
    where environment.entry(for: Self.qualified(names, length)) != nil {
      return length
    }
    if names[0] == "previous" {
      throw KindError(
        "“previous” is the report of the period before; a rule that reads it says needs: previous",
        parameter: parameter, item: item, at: 0..<names[0].utf8.count)
    }
    let suffix = Suggestion.text(for: names[0], among: environment.names.sorted())
    throw KindError(
      "“\(names[0])” is not known\(suffix)", parameter: parameter, item: item, at: 0..<names[0].utf8.count)
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !Lexer.isDigit(first) else { return false }
    return text.utf8.allSatisfy { byte in
      Lexer.isDigit(byte) || byte == UInt8(ascii: "_") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
  }
}
