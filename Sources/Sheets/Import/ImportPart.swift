import RosterModel

/// The three sides of a merge, for what one file stands for.
struct ImportPart {
  /// The file's name.
  var file: String
  /// What was exported.
  var base: [PostingName: WrittenPosting]
  /// What the file has now.
  var theirs: [PostingName: ReadPosting]
  /// What the roster has now, by the number of the assignment.
  var ours: [PostingName: Int]
  /// Whether the file was read, because somebody has changed it.
  var isRead = false
  /// Whether a row that the file lacks is known to be taken away on purpose, and not cut off.
  var showsItsEnd = true
}

extension ImportPart {
  /// The postings that the roster has added or taken away since the export.
  func membershipChanges() -> [PostingName] {
    base.keys.filter { ours[$0] == nil } + ours.keys.filter { base[$0] == nil }
  }
}
