import Findings

/// Writes results without loss: decoding the JSON of one result yields the result.
///
/// One result is the object itself; several are `{"$schema": …, "results": […]}`. The members are those of
/// ``Findings/Result``, in the order of its declarations; a member that is nil is absent. All four languages are
/// written, whatever the language asked for. `schemas/result-1.0.schema.json` describes both forms.
enum JSONRenderer {
  /// The name of the format and its version.
  static let schema = "urn:vigie:result:1.0"

  static func render(_ results: [Result], _ language: Language, _ options: RenderingOptions) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", schema)
      if results.count == 1 {
        for result in results { result.writeMembers(to: &writer) }
      } else {
        writer.member("results", results) { writer, result in writer.object { result.writeMembers(to: &$0) } }
      }
    }
    writer.finish()
    return writer.bytes
  }
}

extension Result {
  fileprivate func writeMembers(to writer: inout JSONWriter) {
    writer.member("engine") { writer in
      writer.object { writer in
        writer.member("name", engine.name)
        writer.member("version", engine.version)
      }
    }
    writer.member("asOf", asOf)
    writer.member("verdict", verdict.rawValue)
    writer.member("failOn", failOn.rawValue)
    writer.member("input") { input.write(to: &$0) }
    if let previous { writer.member("previous") { previous.write(to: &$0) } }
    if let report { writer.member("report") { report.write(to: &$0) } }
    writer.member("schema") { schema.write(to: &$0) }
    writer.member("packs", packs) { $1.write(to: &$0) }
    writer.member("inapplicablePacks", inapplicablePacks) { writer, item in
      writer.object { writer in
        writer.member("pack") { item.pack.write(to: &$0) }
        writer.member("reason", item.reason)
      }
    }
    if let overlay {
      writer.member("overlay") { writer in
        writer.object { writer in
          writer.member("name", overlay.name)
          writer.member("digest", overlay.digest)
          writer.member("rules", overlay.rules)
        }
      }
    }
    if let waivers { writer.member("waivers") { waivers.write(to: &$0) } }
    writer.member("counts") { counts.write(to: &$0) }
    writer.member("strands", strands) { $1.write(to: &$0) }
    writer.member("indicators", indicators) { $1.write(to: &$0) }
    writer.member("rules", rules) { $1.write(to: &$0) }
    writer.member("findings", findings) { $1.write(to: &$0) }
    writer.member("outcomes", outcomes) { $1.write(to: &$0) }
    writer.member("unchecked", unchecked) { $1.write(to: &$0) }
  }
}

extension LocalizedText {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for language in Language.allCases { writer.member(language.rawValue, self[language]) }
    }
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ text: LocalizedText?) {
    guard let text else { return }
    member(name) { text.write(to: &$0) }
  }
}

extension Input {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("syntax", syntax)
      writer.member("bytes", bytes)
      writer.member("digest", digest)
      writer.member("lines", lines)
    }
  }
}

extension ReportIdentity {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("version", version)
      writer.member("provider", provider)
      writer.member("from", from)
      writer.member("to", to)
      writer.member("services", services) { $0.string($1) }
    }
  }
}

extension Component {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("version", version)
      writer.member("digest", digest)
      writer.member("title", title)
    }
  }
}

extension WaiverFile {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("digest", digest)
      writer.member("waivers", waivers)
      writer.member("concerned", concerned)
    }
  }
}

extension Counts {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rules", rules)
      writer.member("passed", passed)
      writer.member("failed", failed)
      writer.member("inapplicable", inapplicable)
      writer.member("cantTell", cantTell)
      writer.member("errors", errors)
      writer.member("warnings", warnings)
      writer.member("notes", notes)
      writer.member("waived", waived)
    }
  }
}

extension StrandScore {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("title", title)
      writer.member("passed", passed)
      writer.member("failed", failed)
      writer.member("inapplicable", inapplicable)
      writer.member("cantTell", cantTell)
    }
  }
}

extension Indicator {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("title", title)
      writer.member("unit", unit.rawValue)
      writer.member("value", value)
      writer.member("previous", previous)
      writer.member("reason", reason)
    }
  }
}

extension RuleDescriptor {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("pack", pack)
      writer.member("title", title)
      writer.member("strand", strand)
      writer.member("severity", severity.rawValue)
      writer.member("status", status.rawValue)
      writer.member("basis", basis) { writer, citation in
        writer.object { writer in
          writer.member("source", citation.source)
          writer.member("title", citation.title)
          writer.member("clause", citation.clause)
          writer.member("url", citation.url)
        }
      }
      writer.member("help", help)
    }
  }
}

extension Outcome {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", rule)
      writer.member("outcome", outcome.rawValue)
      writer.member("path", path)
      writer.member("reason", reason)
      writer.member("finding", finding)
    }
  }
}
