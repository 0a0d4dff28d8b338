/// The references of ids in one roster; an id that it does not define becomes a stray of it.
struct RosterIDs: Sendable {
  private var units: [String: Int32]
  private var beats: [String: Int32]
  private var shifts: [String: Int32]
  private var districts: [String: Int32]
  private var strays: [String: Int32]
  private var notes: [String: Int32]

  /// O(ids and notes of the roster).
  init(_ roster: Roster) {
    units = Self.numbers(roster.units.map(\.id))
    beats = Self.numbers(roster.beats.map(\.id))
    shifts = Self.numbers(roster.settings.shifts.shifts.map(\.id))
    districts = Self.numbers(roster.districts.map(\.id))
    strays = Self.numbers(roster.strays)
    notes = Self.numbers(roster.notes)
  }

  /// The assignment of this name and remark; `line` 0.
  mutating func assignment(
    _ name: PostingName, _ remark: PostingRemark?, in roster: inout Roster
  ) -> Assignment {
    Assignment(
      day: name.day, shift: ShiftReference(raw: raw(name.shift, shifts, &roster)),
      beat: BeatReference(raw: raw(name.beat, beats, &roster)), unit: unit(name.unit, in: &roster),
      isLocked: remark?.isLocked ?? false, note: note(remark?.note ?? "", in: &roster))
  }

  /// The absence of a change; `nil` where its days cannot be read.
  mutating func absence(_ change: AbsenceChange, in roster: inout Roster) -> Absence? {
    guard let days = DayPattern(text: change.days) else { return nil }
    return Absence(
      unit: unit(change.unit, in: &roster), days: days,
      shift: change.shift.map { ShiftReference(raw: raw($0, shifts, &roster)) }, reason: change.reason)
  }

  /// The publication of a change.
  mutating func publication(_ change: PublicationChange, in roster: inout Roster) -> Publication {
    Publication(
      district: DistrictReference(raw: raw(change.district, districts, &roster)), day: change.day, at: change.at,
      by: change.by)
  }

  /// The manoeuvre of a change; `nil` where its time cannot be read.
  mutating func manoeuvre(_ change: ManoeuvreChange, in roster: inout Roster) -> Manoeuvre? {
    guard let at = ClockTime(text: change.at) else { return nil }
    return Manoeuvre(
      day: change.day, shift: ShiftReference(raw: raw(change.shift, shifts, &roster)),
      unit: unit(change.unit, in: &roster), at: at, kind: change.kind,
      beat: change.beat.map { BeatReference(raw: raw($0, beats, &roster)) }, reason: change.reason, by: change.by)
  }

  /// The call of a change.
  mutating func call(_ change: CallChange, in roster: inout Roster) -> Call {
    Call(
      day: change.day, shift: ShiftReference(raw: raw(change.shift, shifts, &roster)),
      beat: BeatReference(raw: raw(change.beat, beats, &roster)), unit: unit(change.unit, in: &roster), at: change.at,
      answer: change.answer, by: change.by, note: change.note)
  }

  private mutating func unit(_ id: String, in roster: inout Roster) -> UnitReference {
    UnitReference(raw: raw(id, units, &roster))
  }

  private mutating func note(_ text: String, in roster: inout Roster) -> NoteReference {
    if text.isEmpty { return .none }
    if let known = notes[text] { return NoteReference(raw: known) }
    let number = Int32(truncatingIfNeeded: roster.notes.count)
    roster.notes.append(text)
    notes[text] = number
    return NoteReference(raw: number)
  }

  private mutating func raw(_ id: String, _ known: [String: Int32], _ roster: inout Roster) -> Int32 {
    if let number = known[id] { return number }
    if let stray = strays[id] { return ~stray }
    let number = Int32(truncatingIfNeeded: roster.strays.count)
    roster.strays.append(id)
    strays[id] = number
    return ~number
  }

  private static func numbers(_ ids: [String]) -> [String: Int32] {
    var numbers: [String: Int32] = [:]
    numbers.reserveCapacity(ids.count)
    for (number, id) in ids.enumerated() where numbers[id] == nil {
      numbers[id] = Int32(truncatingIfNeeded: number)
    }
    return numbers
  }
}

/// Who stands where and when, in the numbers of one roster.
struct PostingKey: Hashable {
  private var when: UInt64
  private var what: UInt64

  /// The key of an assignment, whatever its note, status and line.
  init(_ posting: Assignment) {
    when = Self.pair(posting.day.number, posting.shift.raw)
    what = Self.pair(posting.beat.raw, posting.unit.raw)
  }

  private static func pair(_ high: Int32, _ low: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
  }
}
