import Foundation
import RosterModel

/// Reads the offsets of a time zone from the system's time zone database.
enum TimeZoneReader {
  /// How far before and after a period offsets are read, in days: history and the shifts that run over its end.
  private static let margin = 366

  /// The offsets of a zone from a year before the period to a year after it.
  ///
  /// - Returns: `nil` where the database has no zone of that name. O(days of the span).
  static func offsets(of name: String, around period: ClosedRange<Day>) -> ZoneOffsets? {
    guard name.utf8.count <= 64, let zone = TimeZone(identifier: name) else { return nil }
    let first = (Int(period.lowerBound.number) - margin) * 1440
    let last = (Int(period.upperBound.number) + margin) * 1440
    var offsets = ZoneOffsets(initialOffset: offset(of: zone, at: first))
    var current = offsets.initialOffset
    // A zone keeps an offset for weeks at least, or nearly: a change and back within a day would be missed.
    for instant in stride(from: first, through: last, by: 1440) where offset(of: zone, at: instant) != current {
      var (before, after) = (instant - 1440, instant)
      while after - before > 1 {
        let middle = (before + after) / 2
        if offset(of: zone, at: middle) == current { before = middle } else { after = middle }
      }
      current = offset(of: zone, at: instant)
      offsets.transitions.append(ZoneOffsets.Transition(at: after, offset: current))
    }
    return offsets
  }

  /// Minutes east of UTC at an instant in minutes since 1970.
  private static func offset(of zone: TimeZone, at instant: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant) * 60)) / 60
  }
}
