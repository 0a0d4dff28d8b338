import RosterModel

/// The columns of a shift sheet in their order, which never changes: a new column comes last.
///
/// Up to `changes` the columns are what is read out at the briefing; those after it are what reading the sheet back needs.
public enum SheetColumn: String, CaseIterable, Sendable {
  case beat, name, task, callsign, force, leader, officers, mode, from, to, note
  /// Empty: for what changes during the shift.
  case changes
  /// The unit's id; empty where nobody holds the beat.
  case unit
  /// The id of the unit's shift, which may be a duty that covers the sheet's tile.
  case shift
  /// Empty or `locked`.
  case status
  /// Why the unit is away though it is posted; empty where it is not away.
  case absent

  /// What stands in the callsign column where a beat has demand and no unit that counts.
  public static let notCovered = "NOT COVERED"

  /// What stands in the beat column of the row that ends a sheet, and tells one that was written whole.
  ///
  /// No id holds a space, so it is no beat's. It is a row of its own because that is what spreadsheets keep, whatever else
  /// they do to a file; and it tells whoever reads a printed sheet that no page is missing.
  public static let end = "END OF SHEET"

  /// The name of the last column of a sheet in which something happened to somebody during the shift; others have no such column.
  ///
  /// It is not read back: `patrol move-now` writes what happened.
  public static let happened = "happened"
}

extension SheetColumn {
  /// What stands in this column of a row, as the roster has it.
  public func cell(of row: SheetRow, in roster: Roster) -> String {
    switch self {
    case .beat: return roster.id(row.beat)
    case .name: return roster.beats[row.beat.index].name
    case .task: return roster.beats[row.beat.index].task
    case .from: return SheetRow.starts(row.times)
    case .to: return SheetRow.ends(row.times)
    case .changes: return ""
    case .absent: return row.absence?.rawValue ?? ""
    case .callsign, .force, .leader, .officers, .mode, .note, .unit, .shift, .status:
      guard let assignment = row.assignment else { return self == .callsign ? Self.notCovered : "" }
      return cell(of: assignment, in: roster)
    }
  }

  private func cell(of assignment: Assignment, in roster: Roster) -> String {
    let unit = assignment.unit.isKnown ? roster.units[assignment.unit.index] : nil
    switch self {
    case .callsign: return unit?.callsign ?? ""
    case .force: return unit?.force.rawValue ?? ""
    case .leader: return unit?.leader ?? ""
    case .officers: return unit.map { String($0.officers) } ?? ""
    case .mode: return unit?.mode?.rawValue ?? ""
    case .note: return roster.text(assignment.note)
    case .unit: return roster.id(assignment.unit)
    case .shift: return roster.id(assignment.shift)
    case .status: return assignment.isLocked ? "locked" : ""
    case .beat, .name, .task, .from, .to, .changes, .absent: return ""
    }
  }
}

/// A row of a shift sheet: a unit on a beat, or a beat that nobody holds.
public struct SheetRow: Hashable, Sendable {
  /// The beat.
  public var beat: BeatReference
  /// When the unit is there: its shift's own times where a duty covers the tile, of a split duty those in the tile.
  public var times: [ClockSpan]
  /// The posting; `nil` where the beat has demand and no unit that counts.
  public var assignment: Assignment?
  /// Why the unit is away at that time though it is posted; `nil` where it is not away.
  public var absence: AbsenceReason?
  /// What happened to the unit during the shift, and who came to the beat; empty where nothing did.
  public var happened = ""

  /// A unit on a beat, or, without an assignment, a beat that nobody holds.
  public init(
    beat: BeatReference, times: [ClockSpan], assignment: Assignment? = nil, absence: AbsenceReason? = nil
  ) {
    self.beat = beat
    self.times = times
    self.assignment = assignment
    self.absence = absence
  }

  /// When it starts as the sheet says it, by the wall clock; two starts where a split duty has two parts in the tile.
  static func starts(_ times: [ClockSpan]) -> String { times.map(\.start.wallClock).joined(separator: " ") }

  /// When it ends as the sheet says it.
  static func ends(_ times: [ClockSpan]) -> String { times.map(\.end.wallClock).joined(separator: " ") }

  /// Whether it says that nobody holds the beat.
  public var isNotCovered: Bool { assignment == nil }
}
