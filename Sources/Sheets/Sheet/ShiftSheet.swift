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
    text.append(row: SheetColumn.allCases.map(\.rawValue))
    if let staleness {
      text.append(row: SheetColumn.allCases.map { $0 == .beat ? Staleness.mark : $0 == .name ? staleness.words : "" })
    }
    for row in rows {
      text.append(row: SheetColumn.allCases.lazy.map { HarmlessText.from($0.cell(of: row, in: roster)) })
    }
    text.append(row: SheetColumn.allCases.map { $0 == .beat ? SheetColumn.end : "" })
    return text
  }
}
