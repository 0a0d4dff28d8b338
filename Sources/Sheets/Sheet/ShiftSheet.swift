import RosterModel
import Tables

/// One shift's list of who stands where in one department, or on a district's own beats: it is read out at the briefing.
public struct ShiftSheet: Hashable, Sendable {
  /// The department, or the district whose own beats these are.
  public var place: Place
  /// The duty day.
  public var day: Day
  /// The tile.
  public var tile: ShiftReference
  /// By beat, then unit, by id, unknown units last; where nobody holds a beat, the row that says so comes first.
  public var rows: [SheetRow]

  /// A sheet of these rows.
  public init(place: Place, day: Day, tile: ShiftReference, rows: [SheetRow]) {
    self.place = place
    self.day = day
    self.tile = tile
    self.rows = rows
  }
}

extension ShiftSheet {
  /// Which sheet it is, in ids.
  public func key(in roster: Roster) -> SheetKey {
    SheetKey(place: roster.id(place), day: day, shift: roster.id(tile))
  }

  /// The sheet as a file.
  ///
  /// What could command a terminal is replaced by U+FFFD, as a sheet is for people; what stands in the roster stays there.
  /// The last row says that it is the last. Where the roster is stale the first says so, in a row without a unit: whoever
  /// reads the sheet out begins with it, and reading it back passes over it.
  public func csv(in roster: Roster, dialect: CSVDialect, staleness: Staleness? = nil) -> CSVText {
    var text = CSVText(dialect)
    let isEventful = rows.contains { !$0.happened.isEmpty }
    let more = isEventful ? [""] : []
    text.append(row: SheetColumn.allCases.map(\.rawValue) + (isEventful ? [SheetColumn.happened] : []))
    if let staleness {
      text.append(
        row: SheetColumn.allCases.map { $0 == .beat ? Staleness.mark : $0 == .name ? staleness.words : "" } + more)
    }
    for row in rows {
      let happened = isEventful ? [HarmlessText.from(row.happened)] : []
      text.append(row: SheetColumn.allCases.map { HarmlessText.from($0.cell(of: row, in: roster)) } + happened)
    }
    text.append(row: SheetColumn.allCases.map { $0 == .beat ? SheetColumn.end : "" } + more)
    return text
  }
}

extension ShiftSheet {
  /// What is to be remembered of the sheet once it is written: its postings as its file has them.
  public func record(in roster: Roster, of text: CSVText) -> WrittenRecord {
    WrittenRecord(
      hash: SheetHash(of: text.bytes), dialect: text.dialect, hasEnd: true,
      postings: rows.compactMap { $0.assignment.map { WrittenPosting($0, in: roster) } })
  }
}

/// Which sheet it is, in ids.
public struct SheetKey: Hashable, Sendable {
  /// The department, or the district for its own beats.
  public var place: String
  /// The duty day.
  public var day: Day
  /// The tile.
  public var shift: String

  /// The sheet of a place, duty day and tile.
  public init(place: String, day: Day, shift: String) {
    self.place = place
    self.day = day
    self.shift = shift
  }

  /// The file's name, `place_YYYY-MM-DD_shift.csv`.
  ///
  /// Ids hold no `/` and do not start with a dot, so the file stays in its folder and is not hidden.
  public var fileName: String { "\(place)_\(day)_\(shift).csv" }
}

extension SheetKey {
  /// The sheet that a file name names, as `fileName` makes it; `nil` where it names none.
  ///
  /// Ids may hold what looks like a date. Of several readings one whose place and tile the roster has is taken.
  public init?(fileName: String, in roster: Roster) {
    let readings = Self.readings(of: fileName)
    let places = Set(roster.districts.map(\.id) + roster.departments.map(\.id))
    let tiles = Set(roster.settings.shifts.tiles.map { roster.id($0) })
    let known = readings.first { places.contains($0.place) && tiles.contains($0.shift) }
    guard let key = known ?? readings.first else { return nil }
    self = key
  }

  /// Every way in which a file name is a place, a day and a shift.
  private static func readings(of fileName: String) -> [SheetKey] {
    guard fileName.hasSuffix(".csv") else { return [] }
    let parts = fileName.dropLast(4).split(separator: "_", omittingEmptySubsequences: false)
    return parts.indices.compactMap { index in
      let place = parts[..<index].joined(separator: "_")
      let shift = parts[(index + 1)...].joined(separator: "_")
      guard let day = Day(iso: parts[index]), Identifier.isValid(place), Identifier.isValid(shift) else { return nil }
      return SheetKey(place: place, day: day, shift: shift)
    }
  }
}

/// What is said on the face of everything that is written of a roster whose latest edits are missing.
///
/// A paper on a wall outlives the warning on a terminal. Each format has a place for it that neither reading back nor another
/// program stumbles over.
public struct Staleness: Hashable, Sendable {
  /// What stands first, wherever it stands.
  ///
  /// No id holds a space, so it is no beat's.
  public static let mark = "OUT OF DATE"

  /// When the tables were written that all of it is from, by the clock of the roster's zone: `2026-12-05 03:12:07`.
  public var time: String

  /// As of a time.
  public init(asOf time: String) { self.time = time }

  /// The time, and what that means.
  public var words: String { "as of \(time); edits since then may be missing" }
}
