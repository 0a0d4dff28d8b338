import RosterModel

/// A posting as a file that is read back has it.
struct ReadPosting: Hashable, Sendable {
  /// The posting.
  var posting: WrittenPosting
  /// The line of its row, counted from 1.
  var line: Int
  /// The character of the line at which its unit stands, counted from 1.
  var column: Int
}
