import RosterModel
import Screen
import Sheets

/// What `patrol import` answers: the edits, or every reason against them.
struct ImportAnswer {
  /// What the edits change.
  var difference: DiffAnswer
  /// Why files cannot be read.
  var problems: [ImportProblem]
  /// What both sides have changed.
  var conflicts: [MergeConflict]
  /// Whether the edits, if any, are in the roster.
  var isApplied: Bool

  /// The answer for people: a reason a line as compilers print it, or the edits.
  var text: String {
    let reasons =
      problems.map { "\($0.place): error: \($0.message)" } + conflicts.map { "\($0.place): conflict: \($0.message)" }
    return reasons.isEmpty ? difference.text : reasons.map(\.shown).joined(separator: "\n")
  }

  /// What came of it, in a line.
  var verdict: String {
    if !problems.isEmpty || !conflicts.isEmpty {
      return "nothing was imported: \(problems.count) errors, \(conflicts.count) conflicts"
    }
    if difference.isEmpty { return "nothing to import: the roster says the same" }
    return isApplied ? "imported" : "not imported, as --dry-run was given"
  }
}

extension ImportAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, isApplied, problems, conflicts, difference
  }

  private struct Problem: Encodable {
    var file: String
    var line: Int?
    var column: Int?
    var message: String
  }

  private struct Conflict: Encodable {
    var file: String
    var line: Int?
    var column: Int?
    var day: String
    var shift: String
    var beat: String
    var unit: String
    var theirs: String
    var ours: String
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.0", forKey: .formatVersion)
    try container.encode(isApplied, forKey: .isApplied)
    try container.encode(
      problems.map { Problem(file: $0.file, line: $0.line, column: $0.column, message: $0.message) },
      forKey: .problems)
    try container.encode(
      conflicts.map {
        Conflict(
          file: $0.file, line: $0.line, column: $0.column, day: $0.posting.day.description, shift: $0.posting.shift,
          beat: $0.posting.beat, unit: $0.posting.unit, theirs: $0.theirs, ours: $0.ours)
      }, forKey: .conflicts)
    try container.encode(difference, forKey: .difference)
  }
}
