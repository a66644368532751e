import CRE2

/// A regular expression of the `pattern` keyword, matched in linear time: in place where it is plain, otherwise by RE2.
final class TextPattern: Sendable {
  /// The expression as the schema has it.
  let source: String
  /// The expression as steps, when it is plain.
  let plain: ClassSequence?
  // RE2 objects may be matched from several threads at once.
  nonisolated(unsafe) private let compiled: OpaquePointer?

  /// Compiles an ECMA-262 expression of the part that means the same in RE2; `\uXXXX` is rewritten.
  ///
  /// Nil when RE2 refuses it, or for `\s` and `\S`, which are Unicode white space there and ASCII white space here.
  ///
  /// - Parameter always: Whether RE2 matches plain expressions too, to compare with.
  init?(_ source: String, byRE2 always: Bool = false) {
    self.source = source
    plain = always ? nil : ClassSequence(source)
    if plain != nil {
      compiled = nil
      return
    }
    guard var text = Self.rewrite(source) else { return nil }
    compiled = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count) }
    }
    if cre2_error(compiled) != nil { return nil }
  }

  deinit { if let compiled { cre2_free(compiled) } }

  /// Whether the expression matches anywhere in the text, the bytes of a range.
  func matches(_ source: Swift.Span<UInt8>, _ range: Range<Int>) -> Bool {
    if let plain { return plain.matches(source, range) }
    return source.extracting(range).withUnsafeBytes { buffer in
      cre2_matches(compiled, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  /// `\u0041` to `\x{0041}`, which is the only spelling that RE2 has.
  private static func rewrite(_ source: String) -> String? {
    var out = ""
    var rest = Substring(source)
    while let slash = rest.firstIndex(of: "\\") {
      out += rest[..<slash]
      let escape = rest[slash...].prefix(2)
      rest = rest[slash...].dropFirst(2)
      if escape == "\\s" || escape == "\\S" { return nil }
      if escape == "\\u", rest.prefix(4).count == 4, rest.prefix(4).allSatisfy(\.isHexDigit) {
        out += "\\x{\(rest.prefix(4))}"
        rest = rest.dropFirst(4)
      } else {
        out += escape
      }
    }
    return out + rest
  }
}
