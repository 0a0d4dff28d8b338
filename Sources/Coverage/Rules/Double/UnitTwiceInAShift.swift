import RosterModel

/// DUP001: a unit is posted twice in one shift.
enum UnitTwiceInAShift: UnitRule {
  static let info = RuleInfo(
    id: "DUP001", name: "unit-twice-in-a-shift", severity: .error,
    summary: "A unit is posted twice in one shift, or in a shift and in a duty that covers it.",
    reason: "Nobody stands in two places at once. Take one of the postings away.")

  static let column = "unit"

  static func check(_ timeline: UnitTimeline, into found: inout [Violation]) {
    for position in timeline.entries.indices where timeline.isSecondOfDay(position) {
      let entry = timeline.entries[position]
      guard entry.isInPeriod, let other = timeline.earlierInTile(position) else { continue }
      found.append(
        Violation(
          at: entry, of: timeline.unit, anchor: timeline.anchorOfDouble(position), measured: 2, bound: 1,
          otherDay: other.day, otherShift: other.shift, otherLine: other.readLine))
    }
  }

  static func text(of violation: Violation, in frame: RosterFrame) -> String {
    "posted twice on \(frame.shortDate(violation.day)): "
      + "\(frame.shiftID(violation.shift)) and already \(frame.shiftID(violation.otherShift))"
  }
}

extension UnitTimeline {
  /// An earlier posting of the same day that shares a tile with the one at a position.
  func earlierInTile(_ position: Int) -> Entry? {
    let entry = entries[position]
    return entries[..<position].last {
      $0.day == entry.day && frame.clock.meet(Int($0.shift), Int(entry.shift))
    }
  }

  /// Tells the second posting of a day from the third.
  func anchorOfDouble(_ position: Int) -> Int {
    let day = entries[position].day
    let first = entries[..<position].firstIndex { $0.day == day } ?? position
    return Int(day) << 16 ^ (position - first)
  }
}
