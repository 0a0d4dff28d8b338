import RosterModel

/// Minutes as hours: `8 h`, `7 h 30 min`.
func hours(_ minutes: Int) -> String {
  minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}

/// A number with its noun: `1 unit`, `2 units`.
func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

extension RosterFrame {
  /// A day as a dispatcher says it: `4 Dec`.
  func shortDate(_ offset: Int32?) -> String {
    offset.map { DayWords.date(day(Int($0))) } ?? "the period"
  }

  /// A shift by its id.
  func shiftID(_ shift: Int32?) -> String {
    shift.map { roster.settings.shifts.shifts[Int($0)].id } ?? ""
  }

  /// A district by its id; `nil` for -1, which is none.
  func districtID(_ district: Int32) -> String? { district < 0 ? nil : roster.districts[Int(district)].id }

  /// A tile by its shift's id.
  func tileID(_ tile: Int) -> String { roster.settings.shifts.tile(tile).id }

  /// A unit by its callsign, and its id where that is another word.
  func name(ofUnit unit: Int) -> String {
    let unit = roster.units[unit]
    return unit.callsign.isEmpty || unit.callsign == unit.id ? unit.id : "\(unit.callsign) (\(unit.id))"
  }

  /// The regime of a unit; `nil` where it is not known.
  func regime(ofUnit unit: Int) -> Regime? {
    let reference = roster.units[unit].regime
    return reference.isKnown ? roster.settings.regimes[reference.index] : nil
  }

  /// A place by the ids on the way to it below its district: `y1 / y1-b03`.
  func path(of place: Place) -> String {
    guard case .beat(let beat) = place, beat.isKnown else { return roster.id(place) }
    return roster.id(roster.beats[beat.index].place) + " / " + roster.id(beat)
  }
}
