import Foundation
import Testing

/// docs/SCRIPTING.md as its sections and their examples.
enum ScriptingPage {
  /// A fenced example.
  struct Example: Sendable {
    /// The word after the fence.
    var language: String
    /// The lines between the fences.
    var lines: [String]
    /// The line of the page that its first line is.
    var line: Int

    /// The name in the comment under `#!`; `nil` for what is no program of its own.
    var programName: String? {
      guard lines.count > 1, lines[0].hasPrefix("#!") else { return nil }
      return lines[1].split(separator: " ").dropFirst().first.map(String.init)
    }
  }

  /// What stands between two headings.
  struct Section: Sendable, CustomTestStringConvertible {
    var title: String
    var examples: [Example] = []
    var testDescription: String { title }
  }

  /// The sections that have examples.
  static func sections() throws -> [Section] {
    let page = TemporaryFolder.samples.deletingLastPathComponent().appending(path: "docs/SCRIPTING.md")
    var sections = [Section(title: "")]
    var open: Example?
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if let example = open {
        if line == "```" {
          sections[sections.count - 1].examples.append(example)
          open = nil
        } else {
          open?.lines.append(String(line))
        }
      } else if line.hasPrefix("```") {
        open = Example(language: String(line.dropFirst(3)), lines: [], line: number + 2)
      } else if line.hasPrefix("## ") {
        sections.append(Section(title: String(line.dropFirst(3))))
      }
    }
    return sections.filter { !$0.examples.isEmpty }
  }
}
