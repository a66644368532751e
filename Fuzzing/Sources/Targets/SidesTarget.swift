import Documents
import Findings
import Validation

/// The files beside a report: each is refused with a place, or the check with it has a result.
enum SidesTarget {
  static func run(_ bytes: [UInt8]) -> [String] {
    let file = PackReader.File(name: "sides.yaml", bytes: bytes)
    var broken: [String] = []
    do throws(PackError) {
      let overlay = try Overlay(file, schema: ShippedParts.overlaySchema)
      let checker = try ShippedParts.checker.switchingOff(overlay)
      broken += ReportTarget.check(ShippedParts.failing, with: checker)
    } catch {
      broken += faults(of: error)
    }
    do throws(PackError) {
      var options = Checker.Options()
      options.waivers = try Waivers(file, schema: ShippedParts.waiversSchema)
      broken += ReportTarget.check(ShippedParts.failing, with: ShippedParts.checker, options: options)
    } catch {
      broken += faults(of: error)
    }
    return broken
  }

  private static func faults(of error: PackError) -> [String] {
    var broken: [String] = []
    if error.message.isEmpty { broken.append("a refusal says nothing") }
    if let position = error.position, position.line < 1 || position.column < 1 {
      broken.append("a refusal is at \(position)")
    }
    return broken
  }
}
