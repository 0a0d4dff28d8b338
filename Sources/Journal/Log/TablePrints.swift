import RosterFolder

/// The fingerprints of the tables that edits can change: by them the tables of a checkpoint are known again.
public struct TablePrints: Hashable, Sendable {
  /// The tables, in the order in which their prints are kept.
  public static let tables: [RosterTable] = [.assignments, .absences, .publications, .published]

  /// For each of `tables` the fingerprint of its bytes, or a word where it has none.
  public var prints: [String]

  /// Prints that a journal has kept.
  public init(prints: [String]) { self.prints = prints }

  /// The tables as they were read, or are about to be.
  public init(_ snapshot: FolderSnapshot) {
    prints = Self.tables.map { snapshot.print(of: $0) }
  }
}
