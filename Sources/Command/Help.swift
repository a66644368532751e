/// The texts of `--help`: examples first.
enum Help {
  static var overview: String {
    var out = """
      vigie checks transparency reports on the fight against child sexual abuse online.

      Examples
        vigie check report.json                       findings and verdict in the terminal
        vigie check report.xml --format html --lang fr --output findings.html
        vigie init report.json --lang nl              a report to start from, and a guide to its fields
        vigie rules show A5-01                        what a rule asks, and on what it rests

      Commands

      """
    for command in Tool.commands { out += line(command.name, command.summary) }
    out += """

      Exit codes
        0  every report is conformant
        1  at least one report is not conformant
        2  the command line or a rule pack is wrong, or the output could not be written
        3  at least one report is indeterminate or cannot be read, and none is non-conformant
        4  there was no input

      vigie COMMAND --help says more of a command; vigie --version names the engine, the schemas and the packs.

      """
    return out
  }

  static func text(of command: any Command.Type) -> String {
    var out = command.summary + "\n\nExamples\n"
    for example in command.examples { out += "  \(example.line)\n      \(example.what)\n" }
    out += "\nUsage\n"
    for usage in command.usage { out += "  \(usage)\n" }
    if !command.options.isEmpty {
      out += "\nOptions\n"
      for option in command.options { out += line(option.name + (option.value.map { " " + $0 } ?? ""), option.help) }
    }
    return command.remarks.isEmpty ? out : out + "\n" + command.remarks + "\n"
  }

  /// A name and what it means, wrapped at 100 columns.
  private static func line(_ name: String, _ text: String) -> String {
    let indent = 26
    var out = "  " + name
    var column = out.count
    if column >= indent {
      out += "\n"
      column = 0
    }
    out += String(repeating: " ", count: indent - column)
    column = indent
    for word in text.split(separator: " ") {
      if column + word.count + 1 > 100 {
        out += "\n" + String(repeating: " ", count: indent)
        column = indent
      }
      out += (column == indent ? "" : " ") + word
      column += word.count + 1
    }
    return out + "\n"
  }
}
