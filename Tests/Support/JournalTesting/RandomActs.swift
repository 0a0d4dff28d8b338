import FaultTesting
import RosterModel

/// Acts as dispatchers make them, drawn by chance: most apply to the roster as it is, some do not.
public struct RandomActs {
  private var random: SeededGenerator
  private var count = 0

  /// Acts that follow from a seed.
  public init(seed: Int) { random = SeededGenerator(seed: seed) }

  /// A number below a limit, by chance.
  public mutating func number(below limit: Int) -> Int { .random(in: 0..<limit, using: &random) }

  /// The next act, on a roster as it is.
  ///
  /// O(1), but for a publication, which costs O(assignments).
  public mutating func next(in roster: Roster) -> EntryDraft {
    count += 1
    let chance = number(below: 100)
    if chance < 45 || roster.assignments.isEmpty { return draft("assign", [assignment(in: roster)]) }
    let posting = roster.assignments[number(below: roster.assignments.count)]
    let (name, remark) = (PostingName(posting, in: roster), PostingRemark(posting, in: roster))
    switch chance {
    case ..<65: return draft("remove", [.posting(PostingChange(name, old: remark, new: nil))])
    case ..<80:
      let new = PostingRemark(isLocked: !remark.isLocked, note: "note \(number(below: 1000))")
      return draft("note", [.posting(PostingChange(name, old: remark, new: new))])
    case ..<90:
      var moved = name
      (moved.beat, moved.shift) = (beat(of: roster), shift(of: roster))
      if moved == name { return next(in: roster) }
      let away = RowChange.posting(PostingChange(name, old: remark, new: nil))
      return draft("move", [away, .posting(PostingChange(moved, old: nil, new: remark))])
    case ..<93: return draft("absence", [absence(in: roster)])
    case ..<97: return draft("shift", [event(of: posting, in: roster)])
    default: return publication(in: roster)
    }
  }

  private func draft(_ name: String, kind: EntryKind = .edit, _ changes: [RowChange]) -> EntryDraft {
    // A reason is wanted on published days.
    EntryDraft(kind: kind, name: "\(name) \(count)", reason: "drawn by chance", changes: changes)
  }

  private mutating func assignment(in roster: Roster) -> RowChange {
    let name = PostingName(
      day: day(of: roster), shift: shift(of: roster), beat: beat(of: roster),
      unit: roster.units[number(below: roster.units.count)].id)
    return .posting(PostingChange(name, old: nil, new: PostingRemark()))
  }

  private mutating func absence(in roster: Roster) -> RowChange {
    if !roster.absences.isEmpty, number(below: 2) == 0 {
      let absence = roster.absences[number(below: roster.absences.count)]
      return .absence(AbsenceChange(absence, in: roster, isAdded: false))
    }
    let unit = UnitReference(number(below: roster.units.count))
    let absence = Absence(unit: unit, days: .day(day(of: roster)), shift: nil, reason: .sick)
    return .absence(AbsenceChange(absence, in: roster, isAdded: true))
  }

  /// What happens to a unit during its shift, taken back, or a call.
  private mutating func event(of posting: Assignment, in roster: Roster) -> RowChange {
    if !roster.manoeuvres.isEmpty, number(below: 3) == 0 {
      let row = roster.manoeuvres[number(below: roster.manoeuvres.count)]
      return .manoeuvre(ManoeuvreChange(row, in: roster, isAdded: false))
    }
    let name = PostingName(posting, in: roster)
    let at = ClockTime(minutes: 8 * 60 + number(below: 24 * 60))
    if number(below: 2) == 0 {
      return .call(
        CallChange(
          day: name.day, shift: name.shift, beat: name.beat, unit: name.unit, at: "\(name.day)T\(at.wallClock)",
          answer: number(below: 2) == 0 ? .no : .none, by: "Bek", note: "call \(count)", isAdded: true))
    }
    let isMove = number(below: 2) == 0
    return .manoeuvre(
      ManoeuvreChange(
        day: name.day, shift: name.shift, unit: name.unit, at: at.description, kind: isMove ? .moved : .sentHome,
        beat: isMove ? beat(of: roster) : nil, reason: "event \(count)", by: "Bek", isAdded: true))
  }

  private mutating func publication(in roster: Roster) -> EntryDraft {
    let (day, district) = (day(of: roster), roster.districts[number(below: roster.districts.count)].id)
    let isPublished = roster.publications.contains { roster.id($0.district) == district && $0.day == day }
    if isPublished { return next(in: roster) }
    let publication = PublicationChange(
      district: district, day: day, at: "2027-01-01T18:00", by: "chief", isAdded: true)
    let names = Set(roster.assignments.filter { $0.day == day }.map { PostingName($0, in: roster) })
    let before = Set(roster.published.map { PostingName($0, in: roster) })
    let published = names.subtracting(before).sorted().map { RowChange.published($0, isAdded: true) }
    return draft("publish", kind: .publication, [.publication(publication)] + published)
  }

  private mutating func day(of roster: Roster) -> Day {
    roster.settings.firstDay.advanced(by: number(below: roster.settings.days))
  }

  private mutating func beat(of roster: Roster) -> String { roster.beats[number(below: roster.beats.count)].id }

  private mutating func shift(of roster: Roster) -> String {
    roster.settings.shifts.shifts[number(below: roster.settings.shifts.shifts.count)].id
  }
}
