import RosterModel

/// DUP001: a unit is posted twice in one shift.
enum UnitTwiceInAShift: UnitRule {
  static let info = RuleInfo(
    id: "DUP001", name: "unit-twice-in-a-shift", severity: .error,
    summary: "A unit is posted twice in one shift, in a shift and a duty that covers it, or at two places at one time.",
    reason:
      "Nobody stands in two places at once, whatever duty days the postings are of. Take one of the postings away.")

  static let column = "unit"

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    guard var latest = timeline.entries.first?.end else { return }
    for position in timeline.entries.indices.dropFirst() {
      let entry = timeline.entries[position]
      // Only what begins on a day that has another posting, or before all others have ended, can be a second one.
      let mayBeSecond = timeline.isSecondOfDay(position) || entry.start < latest
      latest = max(latest, entry.end)
      guard mayBeSecond, entry.isInPeriod, let other = timeline.earlierAtOnce(position) else { continue }
      let overlap = other.day == entry.day ? nil : min(entry.end, other.end) - entry.start
      found.append(
        Violation(
          at: entry, of: timeline.unit, anchor: timeline.anchorOfDouble(position), measured: overlap ?? 2,
          bound: overlap == nil ? 1 : 0, otherDay: other.day, otherShift: other.shift, otherLine: other.readLine))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    if violation.otherDay != violation.day {
      return "overlap \(hours(violation.measured)) with \(frame.shiftID(violation.otherShift)) on "
        + frame.shortDate(violation.otherDay)
    }
    return "posted twice on \(frame.shortDate(violation.day)): "
      + "\(frame.shiftID(violation.shift)) and already \(frame.shiftID(violation.otherShift))"
  }
}

extension UnitTimeline {
  /// An earlier posting that is at one time with the one at a position, or shares a tile of its day.
  func earlierAtOnce(_ position: Int) -> Entry? {
    let entry = entries[position]
    return entries[..<position].last { isAtOnce($0, entry) }
  }

  /// Whether a unit would be at two places at one time: the instants decide, and on one day a tile that both fill.
  func isAtOnce(_ left: Entry, _ right: Entry) -> Bool {
    left.start < right.end && right.start < left.end
      || left.day == right.day && frame.clock.meet(Int(left.shift), Int(right.shift))
  }

  /// Tells the second posting of a day from the third.
  func anchorOfDouble(_ position: Int) -> Int {
    let day = entries[position].day
    let first = entries[..<position].firstIndex { $0.day == day } ?? position
    return Int(day) << 16 ^ (position - first)
  }
}
