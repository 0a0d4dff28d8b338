import RosterModel

/// A file that is to be read back, with what is remembered of its export.
public struct ImportSource: Sendable {
  /// What the file stands for: all postings of this part of the roster, and no others.
  public enum Extent: Hashable, Sendable {
    /// A shift sheet: the place, duty day and tile.
    case sheet(SheetKey)
    /// The flat table: what was chosen when it was exported; `nil` for the days from its first row to its last.
    case table(SheetSelection?)
  }

  /// The file's name, for messages.
  public var file: String
  /// What it stands for.
  public var extent: Extent
  /// What is in it; `nil` where nobody has changed it since it was exported.
  public var bytes: [UInt8]?
  /// What was exported; `nil` takes the file as it stands, as if it had been exported from the roster as that is now.
  public var base: WrittenRecord?

  /// A file to read back.
  public init(file: String, extent: Extent, bytes: [UInt8]?, base: WrittenRecord?) {
    self.file = file
    self.extent = extent
    self.bytes = bytes
    self.base = base
  }
}

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

/// What reading a file back would take away, where that is more than people take away without saying so.
public struct ImportRemoval: Hashable, Sendable {
  /// Why it is to be confirmed.
  public enum Cause: String, Hashable, Sendable {
    /// More than half of what was there would be gone.
    case moreThanHalf = "more-than-half"
    /// Nothing says where the file ends, so what it lacks may have been cut off.
    case endNotKnown = "end-not-known"
  }

  /// The file's name; `nil` for all files that were read together.
  public var file: String?
  /// How many postings it would take away.
  public var takenAway: Int
  /// How many there were: what was exported, or what the roster has where nothing is remembered.
  public var had: Int
  /// Why it is to be confirmed.
  public var cause: Cause

  /// The reason in words, ending with what to do.
  public var message: String {
    let what = "\(takenAway) of \(had) postings would be taken away"
    let advice = "Where they are to go, import with --removals; otherwise export again with --force"
    switch cause {
    case .moreThanHalf: return "\(what). \(advice)"
    case .endNotKnown: return "\(what), and nothing says where the file ends, so it may have been cut off. \(advice)"
    }
  }
}

/// A posting as a file that is read back has it.
struct ReadPosting: Hashable, Sendable {
  /// The posting.
  var posting: WrittenPosting
  /// The line of its row, counted from 1.
  var line: Int
  /// The character of the line at which its unit stands, counted from 1.
  var column: Int
}
