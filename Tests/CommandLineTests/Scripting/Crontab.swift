import Foundation

/// The lines of a crontab.
enum Crontab {
  /// The commands as cron gives them to the shell: five fields before, up to a `%` that is not escaped.
  ///
  /// - Returns: `nil` where a line is neither a command nor a setting.
  static func commands(_ lines: [String]) -> [String]? {
    var commands: [String] = []
    for line in lines where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: " ", maxSplits: 5).map(String.init)
      if fields[0].contains("=") { continue }
      guard fields.count == 6, zip(fields, bounds).allSatisfy({ isField($0, $1) }) else { return nil }
      guard let command = unescaped(fields[5]) else { return nil }
      commands.append(command)
    }
    return commands
  }

  private static let bounds = [0...59, 0...23, 1...31, 1...12, 0...7]

  private static func isField(_ text: String, _ bounds: ClosedRange<Int>) -> Bool {
    text == "*" || Int(text).map(bounds.contains) ?? false
  }

  private static func unescaped(_ command: String) -> String? {
    let plain = command.components(separatedBy: "\\%")
    return plain.contains { $0.contains("%") } ? nil : plain.joined(separator: "%")
  }
}
