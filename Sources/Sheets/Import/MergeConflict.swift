import RosterModel

/// What a file and the roster have both changed, differently, since the file was exported.
public struct MergeConflict: Hashable, Sendable {
  /// The posting that the file adds, takes away or remarks.
  public var posting: PostingName
  /// The file's name.
  public var file: String
  /// The line of its row, counted from 1; `nil` where the file has taken the row away.
  public var line: Int?
  /// The character of the line, counted from 1.
  public var column: Int?
  /// What the file says.
  public var theirs: String
  /// What the roster says.
  public var ours: String

  /// Whether it is between two files, so that the roster's side settles nothing.
  public var isBetweenFiles = false

  /// The place as editors jump to it: `file:line:column`.
  public var place: String { ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") }

  /// Both sides in words; may hold text of the file and of the roster as it stands there.
  public var sides: String {
    "\(posting.day) \(posting.shift) \(posting.beat): the file \(theirs); since it was exported, \(ours)"
  }

  /// Both sides in words, ending with what to do; may hold text of the file and of the roster as it stands there.
  public var message: String {
    "\(sides). "
      + "Make the two agree there, or choose a side: --ours or --theirs"
  }
}
