import Findings
import Testing
import Validation

struct PackTests {
  @Test func `each strand has at least eight rules and the pack at least fifty-six`() throws {
    let pack = try Project.pack("action-plan")
    #expect(pack.rules.count >= 56)
    #expect(pack.strands.map(\.id) == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"])
    for strand in pack.strands {
      #expect(pack.rules.count { $0.descriptor.strand == strand.id } >= 8, "\(strand.id)")
    }
    #expect(pack.indicators.count >= 12)
  }

  @Test func `the file of a rule begins with its id and its strand`() throws {
    for rule in try Project.pack("action-plan").rules {
      #expect(rule.file.hasPrefix(rule.descriptor.id + "-"))
      #expect(rule.descriptor.id.hasPrefix((rule.descriptor.strand ?? "?") + "-"))
    }
  }

  @Test func `a bundle that is cut off, too long or of another version is refused`() throws {
    var pack = try Project.pack("action-plan")
    pack.rules = Array(pack.rules.prefix(2))
    let bundle = PackBundle.write(pack)
    let damaged = "a.bundle: the rule bundle is damaged; vigie rules bundle writes it anew"
    let foreign = "a.bundle: this is no rule bundle of this version; vigie rules bundle writes one"
    let head = "vigie rule pack 1\n".utf8.count
    for length in stride(from: 0, to: bundle.count, by: 7) {
      #expect(refusal(of: Array(bundle.prefix(length))) == (length < head ? foreign : damaged), "\(length)")
    }
    #expect(refusal(of: bundle + [0]) == damaged)
    #expect(refusal(of: Array("vigie rule pack 0\n".utf8) + bundle.dropFirst(head)) == foreign)
    #expect(refusal(of: bundle) == nil)
  }

  @Test func `a bundle with any byte changed is refused or read`() throws {
    var pack = try Project.pack("action-plan")
    pack.rules = Array(pack.rules.prefix(2))
    var bundle = PackBundle.write(pack)
    var refusals = 0
    for place in stride(from: 0, to: bundle.count, by: 3) {
      let byte = bundle[place]
      bundle[place] = byte ^ 0x80
      refusals += refusal(of: bundle) == nil ? 0 : 1
      bundle[place] = byte
    }
    #expect(refusals > 50)
  }
}

/// Why a bundle is not read; nil when it is.
private func refusal(of bundle: [UInt8]) -> String? {
  do throws(PackError) {
    _ = try PackBundle.read(TextStore(copying: bundle), name: "a.bundle")
    return nil
  } catch {
    return error.text
  }
}

/// An assertion as text without the places of its expressions.
private func unplaced(_ text: String) -> String { text.replacing(/, span: .*/, with: "") }
