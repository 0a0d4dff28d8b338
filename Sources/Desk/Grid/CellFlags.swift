import RosterModel

/// What the postings of the cells in view are, beyond their number: locked, or breaking a rule.
///
/// Worked out for what comes into view and kept until the roster changes.
struct CellFlags: Sendable {
  private var revision = -1
  private var flags: [Int: Flag] = [:]

  /// What is known of one cell.
  struct Flag: Hashable, Sendable {
    var isLocked = false
    var hasConflict = false
  }

  /// The flags of a cell in view.
  func flag(_ beat: BeatReference, column: Int, _ columns: Int) -> Flag {
    flags[beat.index * columns + column] ?? Flag()
  }

  /// Looks at the cells that have come into view.
  mutating func update(_ document: Document, beats: [BeatReference], columns: Range<Int>) {
    if revision != document.revision || flags.count > Self.mostKept {
      revision = document.revision
      flags = [:]
    }
    for beat in beats {
      for column in columns where flags[beat.index * document.columns + column] == nil {
        flags[beat.index * document.columns + column] = Self.flag(document, beat, column)
      }
    }
  }

  /// A day's scrolling through a city; beyond it everything out of view is forgotten.
  private static let mostKept = 50_000

  private static func flag(_ document: Document, _ beat: BeatReference, _ column: Int) -> Flag {
    let entries = document.grid.entries(
      beat: beat, day: document.day(ofColumn: column), tile: document.tile(ofColumn: column))
    guard !entries.isEmpty else { return Flag() }
    return Flag(
      isLocked: entries.allSatisfy(\.assignment.isLocked),
      hasConflict: entries.contains { entry in
        !entry.counts || !document.objections(toStanding: entry.assignment).isEmpty
      })
  }
}
