/// A time of a duty day as tables write it: minutes after the midnight with which its date begins.
///
/// A time past the next midnight goes on counting, as GTFS writes it: `24:00`, `26:30`.
public struct ClockTime: Hashable, Comparable, Sendable {
  /// Minutes after midnight; 0 to 2,880.
  public var minutes: Int

  /// The time this many minutes after midnight.
  public init(minutes: Int) { self.minutes = minutes }

  /// Reads `HH:MM` with hours 0 to 48; `nil` for anything else.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour * 60 + minute <= 2880, minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  /// Earlier times are less.
  public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

  /// What a wall clock shows then, `HH:MM` from 00:00 to 23:59.
  public var wallClock: String {
    let inDay = ((minutes % 1440) + 1440) % 1440
    return Self.twoDigits(inDay / 60) + ":" + Self.twoDigits(inDay % 60)
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension ClockTime: CustomStringConvertible {
  /// The time as tables write it, past midnight counting on.
  public var description: String { Self.twoDigits(minutes / 60) + ":" + Self.twoDigits(minutes % 60) }
}
