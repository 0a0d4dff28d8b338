import RosterModel

/// What all beats of a district have and want, by column; kept until the roster or the district changes.
struct DistrictTotals: Sendable {
  private var revision = -1
  private var district: DistrictReference?
  private(set) var ofColumn: [Tally] = []

  /// Brings the figures up to date.
  ///
  /// O(beats of the district × columns) where the roster or the district has changed, else O(1).
  mutating func update(_ document: Document, _ district: DistrictReference?) {
    guard revision != document.revision || self.district != district else { return }
    revision = document.revision
    self.district = district
    ofColumn = Array(repeating: Tally(), count: document.columns)
    for (index, beat) in document.base.beats.enumerated() {
      if let district, document.base.district(of: beat.place) != district { continue }
      for column in ofColumn.indices {
        ofColumn[column] += document.tally(
          beat: BeatReference(index), day: document.day(ofColumn: column), tile: document.tile(ofColumn: column))
      }
    }
  }

  /// The figures of the columns together.
  func sum(_ columns: Range<Int>) -> Tally {
    var sum = Tally()
    for column in columns.clamped(to: ofColumn.indices) { sum += ofColumn[column] }
    return sum
  }
}

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
