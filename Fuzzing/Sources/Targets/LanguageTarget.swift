import Documents
import Findings

@testable import CEL
@testable import Validation

/// Reading and checking expressions: a refusal has a place in the text.
enum LanguageTarget {
  static func parse(_ bytes: [UInt8]) -> [String] {
    do throws(CompileError) {
      let expression = try Parser.parse(bytes)
      return faults(of: expression.range, in: bytes.count)
    } catch {
      return faults(of: error.range, in: bytes.count)
    }
  }

  static func check(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var broken: [String] = []
    for mode in [Compiler.Mode.checked, .path, .unchecked] {
      do throws(CompileError) {
        _ = try Program.compile(text, in: environment, expecting: nil, mode: mode)
      } catch {
        broken += faults(of: error.range, in: text.utf8.count)
      }
    }
    do throws(CompileError) {
      _ = try Program.compilePath(text, in: environment)
    } catch {
      broken += faults(of: error.range, in: text.utf8.count)
    }
    return broken
  }

  private static func faults(of range: Range<Int>, in count: Int) -> [String] {
    range.lowerBound >= 0 && range.upperBound <= count ? [] : ["a refusal is at \(range) of \(count)"]
  }

  /// What the rules of the shipped packs see.
  static let environment: Environment = {
    var environment = Environment()
    let report = RecordTypes(schema: ShippedParts.reportSchema).report
    environment.declare("report", report)
    environment.declare("asOf", .date)
    environment.declare("data", .dyn)
    environment.define("parameters.minimum", .int(13))
    environment.define("parameters.share", .decimal(Decimal("0.05") ?? .zero))
    environment.define("parameters.names", .list([.string("Child Focus"), .string("é")]))
    environment.declare("previous", report)
    return environment
  }()
}
