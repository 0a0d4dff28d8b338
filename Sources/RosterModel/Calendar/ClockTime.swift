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

/// A span of time of a duty day by the clock, as `06:00-10:00`; past the next midnight it goes on counting.
public struct ClockSpan: Hashable, Sendable {
  /// When it begins.
  public var start: ClockTime
  /// When it ends; after `start`.
  public var end: ClockTime

  /// The span between two times, the earlier first.
  public init(start: ClockTime, end: ClockTime) {
    self.start = start
    self.end = end
  }

  /// Reads `06:00-10:00`, blanks around the times passed over; `nil` for anything else, and where the end is not after
  /// the start.
  public init?(text: some StringProtocol) {
    let times = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      let words = part.split(separator: " ")
      return words.count == 1 ? ClockTime(text: words[0]) : nil
    }
    guard times.count == 2, let start = times[0], let end = times[1], start < end else { return nil }
    self.init(start: start, end: end)
  }

  /// Its length by the clock.
  public var minutes: Int { end.minutes - start.minutes }

  /// The minutes that it has in common with another.
  public func overlap(_ other: ClockSpan) -> Int {
    max(0, min(end.minutes, other.end.minutes) - max(start.minutes, other.start.minutes))
  }

  /// What a wall clock shows at its start and end, `22:00-02:00`.
  public var wallClock: String { "\(start.wallClock)-\(end.wallClock)" }

  /// The spans in their order, those that touch or overlap made one.
  public static func joined(_ spans: [ClockSpan]) -> [ClockSpan] {
    spans.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.reduce(into: []) { joined, span in
      if let last = joined.last, span.start <= last.end {
        joined[joined.count - 1].end = max(last.end, span.end)
      } else {
        joined.append(span)
      }
    }
  }
}

extension ClockSpan: CustomStringConvertible {
  /// The span as tables write it, past midnight counting on: `22:00-26:00`.
  public var description: String { "\(start)-\(end)" }
}
