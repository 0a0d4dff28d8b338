extension RosterDifference {
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
    case .addPublication, .removePublication, .addPublished, .removePublished: break
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
