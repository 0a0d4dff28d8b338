import Foundation

/// As much of the YAML of a CI job as tells its commands: `run:` with a line or a block, and the list of `script:`.
enum WorkflowFile {
  /// The scripts of the steps, in their order.
  static func scripts(_ lines: [String]) -> [String] {
    var scripts: [String] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      let key = line.trimmingCharacters(in: .whitespaces)
      if key == "run: |" {
        scripts.append(takeIndented(lines, &index, beyond: indent(line)).joined(separator: "\n"))
      } else if key.hasPrefix("run: ") {
        scripts.append(String(key.dropFirst("run: ".count)))
      } else if key == "script:" {
        scripts += takeIndented(lines, &index, beyond: indent(line)).map { String($0.dropFirst("- ".count)) }
      }
    }
    return scripts
  }

  private static func takeIndented(_ lines: [String], _ index: inout Int, beyond outer: Int) -> [String] {
    let inner = lines[index...].prefix { indent($0) > outer }
    index += inner.count
    return inner.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
}
