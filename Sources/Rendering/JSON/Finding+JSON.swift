import Findings

extension Finding {
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("rule", rule)
      writer.member("severity", severity.rawValue)
      writer.member("message", message)
      writer.member("place") { place.write(to: &$0) }
      writer.member("related", related) { writer, related in
        writer.object { writer in
          writer.member("place") { related.place.write(to: &$0) }
          writer.member("label", related.label)
        }
      }
      writer.member("omitted", omitted)
      writer.member("workings", workings) { $1.write(to: &$0) }
      writer.member("advice", advice)
      if let waiver { writer.member("waiver") { waiver.write(to: &$0) } }
    }
  }
}

extension Working {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("calculation") { calculation.write(to: &$0) }
      writer.member("relation", relation.rawValue)
      writer.member("stated") { stated.write(to: &$0) }
      guard let tolerance else { return }
      writer.member("tolerance") { writer in
        writer.object { writer in
          writer.member("value", tolerance.value)
          writer.member("unit", tolerance.unit.rawValue)
        }
      }
    }
  }
}

extension Calculation {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("steps", steps) { writer, step in
        writer.object { writer in
          writer.member("figure", step.figure)
          if let place = step.place { writer.member("place") { place.write(to: &$0) } }
          writer.member("sign", step.sign?.rawValue)
          if let omitted = step.omitted { writer.member("omitted", omitted) }
        }
      }
      writer.member("result", result)
      writer.member("isRounded", isRounded)
    }
  }
}

extension Place {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("source", source.rawValue)
      writer.member("span") { writer in
        writer.object { writer in
          writer.member("start", span.start)
          writer.member("end", span.end)
        }
      }
      writer.member("path", path)
      writer.member("value", value)
      writer.member("missing", missing)
      if let region { writer.member("region") { region.write(to: &$0) } }
    }
  }
}

extension Region {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("start") { start.write(to: &$0) }
      writer.member("end") { end.write(to: &$0) }
      writer.member("excerpt", excerpt)
      writer.member("excerptColumn", excerptColumn)
    }
  }
}

extension Position {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", line)
      writer.member("column", column)
    }
  }
}

extension Waiver {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("reason", reason)
      writer.member("author", author)
      writer.member("approver", approver)
      writer.member("expires", expires)
    }
  }
}
