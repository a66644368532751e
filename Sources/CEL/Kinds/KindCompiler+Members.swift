/// Kinds about what is there: members, counts, codes, forms, keys and references.
extension KindCompiler {
  mutating func presence() throws(KindError) -> Form {
    let path = try path("path")
    let isForbidden = call.kind == .forbidden
    try require(
      path.parts.last?.contains(where: \.isOptional) == true, "path",
      "a member that reports may leave out; the schema requires this one")
    let body: String
    if isForbidden {
      let found = path.any(&names, nil)
      body = "!(\(found))"
    } else {
      body = Self.presence(path, &names)
    }
    return Form(definition: body, placeholders: []) { PresenceKindNode(path, isForbidden: isForbidden, $0) }
  }

  /// Every guard holds, in every item.
  private static func presence(_ path: KindPath, _ names: inout KindPath.Names) -> String {
    func part(_ index: Int, _ base: String, _ names: inout KindPath.Names) -> String {
      let (guards, text) = path.guarded(index, from: base)
      guard index + 1 < path.parts.count else { return guards.joined(separator: " && ") }
      let name = names.fresh()
      return (guards + ["\(text).all(\(name), \(part(index + 1, name, &names)))"]).joined(separator: " && ")
    }
    return part(0, path.headText, &names)
  }

  mutating func cardinality() throws(KindError) -> Form {
    let plain = try path("path")
    let isList = if case .list = plain.type { true } else { false }
    let isPlainList = isList && plain.isSingle
    let path = try path("path", flattening: true)
    try require(!path.isSingle, "path", "a list or a path through one; “required” asks for one member")
    let least = try limit("min", for: .int)
    let most = try limit("max", for: .int)
    guard least != nil || most != nil else { throw KindError("“cardinality” needs “min” or “max”, or both") }
    let count = "size(\(path.list(&names)))"
    let conditions = [least.map { $0.text(count + " >= ") }, most.map { $0.text(count + " <= ") }].compactMap { $0 }
    let shown =
      [("count", count)]
      + [("min", least?.shown), ("max", most?.shown)].compactMap { pair in
        pair.1.map { (pair.0, $0) }
      }
    let (counted, first, second) = (isPlainList ? plain : path, least?.native, most?.native)
    return Form(definition: conditions.joined(separator: " && "), placeholders: shown) {
      CardinalityKindNode(counted, isPlainList: isPlainList, least: first, most: second, $0)
    }
  }

  mutating func codeList() throws(KindError) -> Form {
    let path = try path("path", flattening: true)
    try require(path.type.isText, "path", "text, not \(path.type)")
    let codes = try texts("codes")
    let absence = try absence()
    let list = "[" + codes.map(Self.quoted).joined(separator: ", ") + "]"
    let definition = path.all(&names, absence) { "\($0) in \(list)" }
    let known = Set(codes.map { Array($0.utf8) })
    return Form(
      definition: definition, placeholders: offenders(path, "unknown") { "!(\($0) in \(list))" } + [("codes", list)]
    ) { CodesKindNode(path, known, absent: absence == .passes, $0) }
  }

  mutating func pattern() throws(KindError) -> Form {
    let path = try path("path", flattening: true)
    try require(path.type.isText, "path", "text, not \(path.type)")
    let text = try text("pattern")
    let absence = try absence()
    let pattern = Pattern(Array(text.utf8))
    if let problem = pattern.problem {
      throw KindError(
        "the pattern is not a regular expression of RE2: \(problem)", parameter: "pattern", at: 0..<text.utf8.count)
    }
    let match = ".matches(\(Self.quoted(text)))"
    let definition = path.all(&names, absence) { $0 + match }
    return Form(definition: definition, placeholders: offenders(path, "values") { "!\($0)\(match)" }) {
      PatternKindNode(path, pattern, absent: absence == .passes, $0)
    }
  }

  mutating func unique() throws(KindError) -> Form {
    let keys = call["key"]?.texts ?? []
    let path = try path("path", flattening: true)
    try require(!path.isSingle, "path", "a list or a path through one")
    var members: [KindPath] = []
    for (item, text) in keys.enumerated() {
      members.append(try memberPath(text, of: path.type, parameter: "key", item: item))
    }
    if case .record = path.type {
      guard !members.isEmpty else {
        throw KindError("“unique” over objects needs “key”, the members that tell them apart")
      }
    }
    let list = path.list(&names, members.isEmpty ? nil : { Self.key(members, of: $0) })
    let other = names.fresh()
    let item = names.fresh()
    let duplicates = "\(list).filter(\(item), \(list).filter(\(other), \(other) == \(item)).size() > 1).distinct()"
    return Form(definition: "\(list).isUnique()", placeholders: [("duplicates", duplicates)]) {
      UniqueKindNode(path, keys: members, $0)
    }
  }

  private static func key(_ members: [KindPath], of item: String) -> (guards: [String], text: String) {
    let parts = members.map { $0.guarded(0, from: item) }
    let texts = parts.map(\.text)
    return (parts.flatMap(\.guards), texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]")
  }

  mutating func refersTo() throws(KindError) -> Form {
    let path = try path("path", flattening: true)
    let key = try self.path("key", flattening: true)
    let absence = try absence()
    try require(!key.isSingle, "key", "a path through a list, such as report.services.id")
    try require(key.type.isComparable(with: path.type), "key", "\(path.type), not \(key.type)")
    let outer = names
    func isKnown(_ value: String) -> String {
      var names = outer
      names.reserve(value)
      return key.any(&names) { "\($0) == \(value)" }
    }
    let definition = path.all(&names, absence, isKnown)
    let dangling = offenders(path, "missing") { "!(\(isKnown($0)))" }
    return Form(definition: definition, placeholders: dangling) {
      ReferenceKindNode(path, key: key, absent: absence == .passes, $0)
    }
  }

  /// The values that break the rule, as a list, and `value` for a path that has one at most.
  func offenders(
    _ path: KindPath, _ name: String, _ breaks: (String) -> String
  ) -> [(name: String, text: String)] {
    var own = names
    let list = path.list(&own)
    let item = own.fresh()
    let value = path.isSingle ? [("value", path.plain.text)] : []
    return value + [(name, "\(list).filter(\(item), \(breaks(item)))")]
  }
}
