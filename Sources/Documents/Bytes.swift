/// The bytes of a source, bounds-checked; the name `Span` means a range in a source here, see `Findings.Span`.
typealias Bytes = Swift.Span<UInt8>
