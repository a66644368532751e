import Findings
enum HTMLRenderer {
  static func render(_ results: [Result], _ language: Language, _ options: RenderingOptions) -> [UInt8] { [] }
}
