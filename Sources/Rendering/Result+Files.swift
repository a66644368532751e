import Findings

extension Result {
  /// The name of a file of the run; nil for a rule pack, which the result does not name as a file.
  func fileName(of role: SourceRole) -> String? {
    switch role {
    case .report: input.name
    case .previous: previous?.name
    case .pack: nil
    case .waivers: waivers?.name
    }
  }

  /// The name of a file of the run, fit to be shown.
  func displayName(of role: SourceRole, in language: Language) -> String {
    let kind =
      switch role {
      case .report: Words.file
      case .previous: Words.previousReport
      case .pack: Words.rulePack
      case .waivers: Words.waiverFile
      }
    guard let name = fileName(of: role) else { return kind[language] }
    return name.displayName(in: language)
  }

  /// The command that gives this result again, quoted for a POSIX shell.
  var command: String {
    var words = ["vigie", "check"] + (asOf.map { ["--as-of", $0] } ?? []) + ["--fail-on", failOn.rawValue]
    for pack in packs { words += ["--rules", pack.id] }
    if let previous { words += ["--previous", previous.name] }
    if let overlay { words += ["--overlay", overlay.name] }
    if let waivers { words += ["--waivers", waivers.name] }
    if input.name.utf8.first == UInt8(ascii: "-"), input.name != "-" { words.append("--") }
    words.append(input.name)
    return words.map(Self.quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ",", ":", "@", "%", "+", "=": true
      default: false
      }
    }
    if plain, !word.isEmpty { return word }
    return "'" + word.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}

extension String {
  /// This name of a file, fit to be shown.
  func displayName(in language: Language) -> String {
    self == "-" ? "<\(Words.standardInput[language])>" : visible(self)
  }
}
