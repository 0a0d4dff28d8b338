import RosterModel

/// What somebody wants done to a roster, in the words of the verbs: the ids as they were typed.
///
/// A wish becomes edits once the roster is known: `patrol apply` reads wishes from lines, and a verb is one of them.
enum EditWish {
  case assign(unit: String, beat: String, shift: String, isLocked: Bool, note: String?, isMove: Bool)
  case unassign(unit: String?, beat: String?, shift: String?)
  case lock(unit: String?, beat: String?, shift: String?, isLocking: Bool)
  case swap(unit: String, with: String, shift: String?)
  case absent(unit: String, shift: String?, reason: AbsenceReason, unassigns: Bool)
  case present(unit: String, shift: String?)

  /// The step that grants the wish on some days.
  ///
  /// - Parameter draft: the roster as it is; a note may be added to it.
  /// - Throws: `CommandFailure` where an id is not known, `ChangeRefusal` where there is nothing to change.
  func step(on days: ClosedRange<Day>, in draft: inout RosterChange.Draft) throws -> EditStep {
    switch self {
    case .assign(let unit, let beat, let shift, let isLocked, let note, let isMove):
      let (unit, beat) = (try draft.roster.unit(named: unit), try draft.roster.beat(named: beat))
      let shift = try draft.roster.shift(named: shift)
      let note = note.map { draft.roster.note($0) }
      return EditStep(
        name: "assign \(draft.roster.id(unit)) to \(draft.roster.id(beat))",
        edits: draft.roster.edits(
          assigning: unit, to: beat, days: days, shift: shift, isLocked: isLocked, note: note, moving: isMove))
    case .unassign(let unit, let beat, let shift):
      let postings = try Self.postings(unit, beat, shift, days, draft.roster)
      return EditStep(
        name: "unassign \(Self.words(unit, beat))", edits: postings.map { .remove($0) })
    case .lock(let unit, let beat, let shift, let isLocking):
      let postings = try Self.postings(unit, beat, shift, days, draft.roster)
      return EditStep(
        name: "\(isLocking ? "lock" : "unlock") \(Self.words(unit, beat))",
        edits: draft.roster.edits(locking: postings, isLocking))
    case .swap(let one, let other, let shift): return try Self.swap(one, other, shift, days, draft.roster)
    case .absent(let unit, let shift, let reason, let unassigns):
      let reference = try draft.roster.unit(named: unit)
      let days = shift == nil ? try Self.daysNotBegun(days, of: reference, in: draft) : days
      let absence = Absence(
        unit: reference, days: DayPattern([.dates(days.lowerBound, days.upperBound)]),
        shift: try shift.map { try draft.roster.shift(named: $0) }, reason: reason)
      let postings = unassigns ? draft.grid.postings(during: absence) : []
      return EditStep(
        name: "absent \(draft.roster.id(absence.unit)) \(reason.rawValue)",
        edits: draft.roster.edits(marking: absence) + postings.map { .remove($0) })
    case .present(let unit, let shift): return try Self.present(unit, shift, days, draft.roster)
    }
  }

  private static func swap(
    _ one: String, _ other: String, _ shift: String?, _ days: ClosedRange<Day>, _ roster: Roster
  ) throws -> EditStep {
    let (left, right) = (try roster.unit(named: one), try roster.unit(named: other))
    guard left != right else {
      throw CommandFailure(.usage, "\(roster.id(left)) cannot change places with itself. Name two units.")
    }
    let edits = roster.edits(
      swapping: left, with: right, days: days, shift: try shift.map { try roster.shift(named: $0) })
    guard !edits.isEmpty else {
      throw ChangeRefusal.nothingThere(
        "\(roster.id(left)) and \(roster.id(right)) have nothing to exchange \(words(days)); "
          + "`patrol export --table -` lists the postings")
    }
    return EditStep(name: "swap \(roster.id(left)) with \(roster.id(right))", edits: edits)
  }

  /// The days without the running one, where the unit's shift of that has begun: what it works stays, and it is absent from
  /// the next day on.
  ///
  /// - Throws: `ChangeRefusal` where no day is left.
  private static func daysNotBegun(
    _ days: ClosedRange<Day>, of unit: UnitReference, in draft: RosterChange.Draft
  ) throws -> ClosedRange<Day> {
    guard let now = draft.grid.now else { return days }
    let today = draft.roster.settings.dutyDay(at: now)
    guard today == days.lowerBound,
      let posting = draft.grid.assignments(of: unit).first(where: { $0.day == today && draft.grid.isWorked($0) })
    else { return days }
    guard today < days.upperBound else {
      let shift = draft.roster.id(posting.shift)
      throw ChangeRefusal.nothingThere(
        "shift \(shift) of \(draft.roster.id(unit)) on \(today) has begun and stays as worked. Name it with --shift "
          + "\(shift) to say that it was not worked, or `patrol move-now --sent-home` when it left")
    }
    return today.advanced(by: 1)...days.upperBound
  }

  private static func present(
    _ unit: String, _ shift: String?, _ days: ClosedRange<Day>, _ roster: Roster
  ) throws -> EditStep {
    let unit = try roster.unit(named: unit)
    do {
      let edits = try roster.edits(
        endingAbsenceOf: unit, days: days, shift: try shift.map { try roster.shift(named: $0) })
      guard !edits.isEmpty else {
        throw ChangeRefusal.nothingThere("\(roster.id(unit)) is not absent on those days; absences.csv lists who is")
      }
      return EditStep(name: "present \(roster.id(unit))", edits: edits)
    } catch let error as AbsenceCutError {
      throw ChangeRefusal.unwritable(
        "the absence '\(error.absence.days)' of \(roster.id(unit)) goes on by weekdays before and after those days. "
          + "End it for the whole period, or write its days into absences.csv yourself")
    }
  }

  /// The postings that a wish is about.
  ///
  /// - Throws: `CommandFailure` where an id is not known, `ChangeRefusal` where there are none.
  private static func postings(
    _ unit: String?, _ beat: String?, _ shift: String?, _ days: ClosedRange<Day>, _ roster: Roster
  ) throws -> [Assignment] {
    let chosen = PostingSelection(
      unit: try unit.map { try roster.unit(named: $0) }, beat: try beat.map { try roster.beat(named: $0) },
      days: days, shift: try shift.map { try roster.shift(named: $0) })
    let postings = roster.postings(in: chosen)
    guard postings.isEmpty else { return postings }
    throw ChangeRefusal.nothingThere(
      "\(words(unit, beat)) has no posting \(words(days))\(chosen.shift.map { " in \(roster.id($0))" } ?? ""); "
        + "`patrol export --table -` lists the postings")
  }

  /// What was chosen, in a word or two.
  private static func words(_ unit: String?, _ beat: String?) -> String {
    [unit, beat].compactMap { $0 }.joined(separator: " at ")
  }

  private static func words(_ days: ClosedRange<Day>) -> String {
    days.count == 1 ? "on \(days.lowerBound)" : "on \(days.lowerBound) to \(days.upperBound)"
  }
}
