import CEL
import Documents
import Findings
import Validation

/// Loading a pack: it is refused with a place, or it checks a report and runs its examples.
enum PackTarget {
  private static let separator = Array("\n====\n".utf8)

  static func run(_ bytes: [UInt8]) -> [String] {
    let parts = split(bytes)
    let files = [
      PackReader.File(name: "pack.yaml", bytes: parts.head ?? ShippedParts.packHead),
      PackReader.File(name: "rule.yaml", bytes: parts.rule),
      PackReader.File(name: "base.json", bytes: ShippedParts.base),
    ]
    var broken: [String] = []
    do throws(PackError) {
      let pack = try ShippedParts.packReader.read(files)
      let runner = try ExampleRunner(pack: pack, schema: ShippedParts.reportSchema, version: "0", isWatching: true)
      _ = runner.run()
      _ = runner.coverage?.gaps.map(\.text)
      let checker = try ShippedParts.checker([pack])
      broken += ReportTarget.check(ShippedParts.base, with: checker)
      let bundle = PackBundle.write(pack)
      broken += bundleFaults(bundle, of: pack)
      broken += try compactFaults(of: pack, checkedBy: checker)
    } catch {
      if error.message.isEmpty { broken.append("a refusal says nothing") }
      if let position = error.position, position.line < 1 || position.column < 1 {
        broken.append("a refusal is at \(position)")
      }
    }
    return broken
  }

  /// A bundle says what its files say.
  private static func bundleFaults(_ bundle: [UInt8], of pack: Pack) -> [String] {
    do throws(PackError) {
      let read = try PackBundle.read(TextStore(copying: bundle), name: "pack.bundle")
      let same =
        read.rules.map(\.descriptor) == pack.rules.map(\.descriptor)
        && read.rules.map { written($0.assertion) } == pack.rules.map { written($0.assertion) }
        && read.title == pack.title
      return same ? [] : ["the bundle differs from its files"]
    } catch {
      return ["the bundle is refused: \(error.text)"]
    }
  }

  /// What a bundle holds compiled decides as what its texts say.
  private static func compactFaults(of pack: Pack, checkedBy checker: Checker) throws(PackError) -> [String] {
    let bundle = try PackBundle.write(pack, schema: ShippedParts.reportSchema)
    var read = try PackBundle.read(TextStore(copying: bundle), name: "pack.bundle")
    read.isProven = true
    let carried = try ShippedParts.checker([read])
    var reader = ReportReader()
    let source = Checker.Source(name: "base", bytes: ShippedParts.base)
    let (one, other) = (checker.check(source, reader: &reader), carried.check(source, reader: &reader))
    return one == other ? [] : ["the compiled form decides otherwise"]
  }

  /// The assertion without the places that a bundle does not keep.
  private static func written(_ assertion: Rule.Assertion) -> [String] {
    switch assertion {
    case .expression(let expression): [expression.text]
    case .kind(let call): [call.kind.rawValue] + call.parameters.flatMap { [$0.name] + $0.texts }
    }
  }

  private static func split(_ bytes: [UInt8]) -> (head: [UInt8]?, rule: [UInt8]) {
    guard bytes.count >= separator.count else { return (nil, bytes) }
    for start in 0...(bytes.count - separator.count) where bytes[start...].starts(with: separator) {
      return (Array(bytes[...start]), Array(bytes[(start + separator.count)...]))
    }
    return (nil, bytes)
  }
}
