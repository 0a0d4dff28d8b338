/// What changed in the postings and absences from one roster to another.
///
///     let difference = RosterDifference(from: exported, to: edited)
///     for cell in difference.cells { print(cell.beat, cell.changes) }
///
/// Rows are compared by the ids they name, so rosters whose tables are in another order, or number their rows
/// otherwise, do not differ.
public struct RosterDifference: Hashable, Sendable {
  /// The postings that differ, by day, start of the shift, beat and unit.
  public var postings: [PostingChange]
  /// The absences that differ, by unit and days.
  public var absences: [AbsenceChange]

  init(postings: [PostingChange], absences: [AbsenceChange]) {
    self.postings = postings
    self.absences = absences
  }

  /// What changed from one roster to another.
  ///
  /// O(n log n) over the assignments and absences of both.
  public init(from old: Roster, to new: Roster) {
    postings = PostingComparison(from: old, to: new).changes()
    absences = Self.absenceChanges(from: old, to: new)
  }

  /// Whether nothing differs.
  public var isEmpty: Bool { postings.isEmpty && absences.isEmpty }

  private static func absenceChanges(from old: Roster, to new: Roster) -> [AbsenceChange] {
    var balance: [AbsenceChange: Int] = [:]
    for absence in new.absences { balance[AbsenceChange(absence, in: new), default: 0] += 1 }
    for absence in old.absences { balance[AbsenceChange(absence, in: old), default: 0] -= 1 }
    return AbsenceChange.changes(balance)
  }
}

extension RosterDifference {
  /// What changed on one beat in one shift.
  public struct Cell: Hashable, Sendable {
    /// The duty day.
    public var day: Day
    /// The shift's id.
    public var shift: String
    /// The beat's id.
    public var beat: String
    /// The changes, by unit.
    public var changes: [PostingChange]
  }

  /// What changed for one unit.
  public struct Unit: Hashable, Sendable {
    /// The unit's id.
    public var unit: String
    /// The changes of its postings, by day, start of the shift and beat.
    public var changes: [PostingChange]
    /// The changes of its absences, by days.
    public var absences: [AbsenceChange]
  }

  /// The changes by cell: by day, start of the shift and beat.
  public var cells: [Cell] {
    var cells: [Cell] = []
    for change in postings {
      let posting = change.posting
      if let last = cells.last, last.day == posting.day, last.shift == posting.shift, last.beat == posting.beat {
        cells[cells.count - 1].changes.append(change)
      } else {
        cells.append(Cell(day: posting.day, shift: posting.shift, beat: posting.beat, changes: [change]))
      }
    }
    return cells
  }

  /// The changes by unit, in the order of the units' ids.
  public var units: [Unit] {
    let changes = Dictionary(grouping: postings, by: \.posting.unit)
    let absences = Dictionary(grouping: absences, by: \.unit)
    return Set(changes.keys).union(absences.keys).sorted().map {
      Unit(unit: $0, changes: changes[$0] ?? [], absences: absences[$0] ?? [])
    }
  }

  /// What a step changes in the postings and absences of a roster.
  ///
  /// O(edits × log edits): a step that was applied to a large roster is told without comparing the whole of it.
  ///
  /// - Parameter roster: the roster, before the step or after it.
  public init(of step: EditStep, in roster: Roster) {
    var rows = StepRows(roster)
    for edit in step.edits { rows.follow(edit) }
    self.init(postings: rows.changes, absences: rows.absenceChanges)
  }
}

/// The postings and absences that a step takes away and adds, with what it adds and takes away again left out.
private struct StepRows {
  private let roster: Roster
  private var taken: [PostingName: [PostingRemark]] = [:]
  private var given: [PostingName: [PostingRemark]] = [:]
  private var absences: [AbsenceChange: Int] = [:]
  private var starts: [String: Int] = [:]

  init(_ roster: Roster) {
    self.roster = roster
    for shift in roster.settings.shifts.shifts { starts[shift.id] = shift.start.minutes }
  }

  mutating func follow(_ edit: Edit) {
    switch edit {
    case .add(let posting): give(posting)
    case .remove(let posting): take(posting)
    case .replace(let old, let new):
      take(old)
      give(new)
    case .addAbsence(let absence): absences[AbsenceChange(absence, in: roster), default: 0] += 1
    case .removeAbsence(let absence): absences[AbsenceChange(absence, in: roster), default: 0] -= 1
    case .addPublication, .removePublication, .addPublished, .removePublished, .addManoeuvre, .removeManoeuvre,
      .addCall, .removeCall:
      break
    }
  }

  private mutating func give(_ posting: Assignment) {
    let name = PostingName(posting, in: roster)
    let remark = PostingRemark(posting, in: roster)
    if let index = taken[name]?.firstIndex(of: remark) {
      taken[name]?.remove(at: index)
    } else {
      given[name, default: []].append(remark)
    }
  }

  private mutating func take(_ posting: Assignment) {
    let name = PostingName(posting, in: roster)
    let remark = PostingRemark(posting, in: roster)
    if let index = given[name]?.firstIndex(of: remark) {
      given[name]?.remove(at: index)
    } else {
      taken[name, default: []].append(remark)
    }
  }

  /// By day, start of the shift, beat and unit, as all differences are.
  var changes: [PostingChange] {
    let names = Set(taken.keys).union(given.keys).map { (key: sortKey($0), name: $0) }
    return names.sorted { $0.key < $1.key }.flatMap { _, name -> [PostingChange] in
      let old = taken[name, default: []].sorted()
      let new = given[name, default: []].sorted()
      return (0..<max(old.count, new.count)).map {
        PostingChange(name, old: $0 < old.count ? old[$0] : nil, new: $0 < new.count ? new[$0] : nil)
      }
    }
  }

  var absenceChanges: [AbsenceChange] { AbsenceChange.changes(absences) }

  private func sortKey(_ name: PostingName) -> (Int32, Int, String, String, String) {
    (name.day.number, starts[name.shift] ?? Int.max, name.shift, name.beat, name.unit)
  }
}
