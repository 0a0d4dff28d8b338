import RosterFolder
import RosterModel

/// A moment at which the tables hold the journal as far as an entry.
public struct NewCheckpoint: Hashable, Sendable {
  /// Where its tables come from.
  public enum Origin: String, Sendable {
    /// Written by this program.
    case own
    /// Found in the folder: written by a spreadsheet, by version control, by hand.
    case outside
  }

  /// When, in milliseconds since 1970-01-01 00:00 UTC.
  public var at: Int64
  /// The entry as far as which the tables hold the journal.
  public var through: JournalPosition
  /// The tables.
  public var tables: TablePrints
  /// Where they come from.
  public var origin: Origin
  /// Whether the tables are in their places, not only about to be put there.
  public var isDone: Bool

  /// A checkpoint.
  public init(at: Int64, through: JournalPosition, tables: TablePrints, origin: Origin = .own, isDone: Bool) {
    self.at = at
    self.through = through
    self.tables = tables
    self.origin = origin
    self.isDone = isDone
  }
}

/// A checkpoint that a journal has recorded.
@dynamicMemberLookup
public struct Checkpoint: Hashable, Sendable {
  /// Its number; numbers grow.
  public var number: Int64
  /// What it is.
  public var content: NewCheckpoint

  /// A recorded checkpoint.
  public init(number: Int64, content: NewCheckpoint) {
    self.number = number
    self.content = content
  }

  /// What it is.
  public subscript<Value>(dynamicMember path: KeyPath<NewCheckpoint, Value>) -> Value { content[keyPath: path] }
}

/// The fingerprints of the tables that edits can change: by them the tables of a checkpoint are known again.
///
/// Those of `shiftTables`, which few folders have, are kept with the last of the others: journals and tail files of before there
/// were any stay as they are.
public struct TablePrints: Hashable, Sendable {
  /// The tables, in the order in which their prints are kept.
  public static let tables: [RosterTable] = [.assignments, .absences, .publications, .published]

  /// The tables of what happens during shifts.
  private static let shiftTables: [RosterTable] = [.manoeuvres, .calls]

  /// For each of `tables` the fingerprint of its bytes, or a word where it has none.
  public var prints: [String]

  /// Prints that a journal has kept.
  public init(prints: [String]) { self.prints = prints }

  /// The tables as they were read, or are about to be.
  public init(_ snapshot: FolderSnapshot) {
    prints = Self.tables.map { snapshot.print(of: $0) }
    for table in Self.shiftTables where snapshot.print(of: table) != snapshot.printOfNone {
      prints[prints.count - 1] += " \(table.rawValue) \(snapshot.print(of: table))"
    }
  }
}

/// What a person decided about a change that the roster does not have.
public enum Settlement: String, CaseIterable, Sendable {
  /// It was done again.
  case redone
  /// It is not wanted any more.
  case dropped
  /// A later act has changed the same row.
  case overtaken
}
