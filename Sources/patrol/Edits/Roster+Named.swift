import RosterModel
import Screen

extension Roster {
  /// The unit of an id, without regard to case.
  ///
  /// - Throws: `CommandFailure` where there is none.
  func unit(named id: String) throws -> UnitReference {
    if let index = units.firstIndex(where: { $0.id.lowercased() == id.lowercased() }) { return UnitReference(index) }
    let called = units.filter { $0.callsign.lowercased() == id.lowercased() }.prefix(5).map(\.id)
    throw CommandFailure(
      .usage,
      called.isEmpty
        ? "--unit: no unit has the id '\(id.shown)'. units.csv lists them."
        : "--unit: '\(id.shown)' is the callsign of \(called.joined(separator: ", ")). Name the unit by its id.")
  }

  /// The beat of an id, without regard to case.
  ///
  /// - Throws: `CommandFailure` where there is none.
  func beat(named id: String) throws -> BeatReference {
    if let index = beats.firstIndex(where: { $0.id.lowercased() == id.lowercased() }) { return BeatReference(index) }
    throw CommandFailure(.usage, "--beat: no beat has the id '\(id.shown)'. beats.csv lists them.")
  }

  /// The shift of an id, without regard to case.
  ///
  /// - Throws: `CommandFailure` that names the shifts where there is none.
  func shift(named id: String) throws -> ShiftReference {
    let shifts = settings.shifts.shifts
    if let index = shifts.firstIndex(where: { $0.id.lowercased() == id.lowercased() }) { return ShiftReference(index) }
    let known = shifts.prefix(20).map(\.id).joined(separator: ", ")
    throw CommandFailure(.usage, "--shift: no shift has the id '\(id.shown)'. The roster has: \(known).")
  }
}
