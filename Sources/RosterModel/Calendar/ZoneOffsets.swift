/// The offsets of a time zone from UTC over the span a roster touches.
///
/// A plain value, so that the calendar needs no time-zone library; whoever reads a roster fills it from one.
public struct ZoneOffsets: Hashable, Sendable {
  /// A change of offset.
  public struct Transition: Hashable, Sendable {
    /// When, in minutes since 1970-01-01 00:00 UTC.
    public var at: Int
    /// Minutes east of UTC from then on.
    public var offset: Int

    /// The change to `offset` minutes east of UTC at this instant.
    public init(at: Int, offset: Int) {
      self.at = at
      self.offset = offset
    }
  }

  /// Minutes east of UTC before the first transition.
  public var initialOffset: Int
  /// Changes of offset, earliest first.
  public var transitions: [Transition]

  /// A zone of these offsets; `transitions` are given earliest first.
  public init(initialOffset: Int, transitions: [Transition] = []) {
    self.initialOffset = initialOffset
    self.transitions = transitions
  }

  /// The instant at which a clock in this zone shows the minutes after midnight of the date.
  ///
  /// - Parameters:
  ///   - day: the calendar date.
  ///   - minutes: minutes after its midnight; may exceed a day, and then names a time of a later date.
  /// - Returns: minutes since 1970-01-01 00:00 UTC. A time that the clock skips is read with the offset before the
  ///   change, so that it is as long after midnight as it says; one that it shows twice is the first. O(transitions).
  ///
  /// Source: RFC 5545, 3.3.5 (date-time).
  public func instant(_ day: Day, minutes: Int) -> Int {
    let local = Int(day.number) * 1440 + minutes
    var offset = initialOffset
    for transition in transitions {
      let isBefore = local - offset < transition.at
      let isSkipped = !isBefore && local - transition.offset < transition.at
      if isBefore || isSkipped { break }
      offset = transition.offset
    }
    return local - offset
  }

  /// The date and minutes after midnight that a clock in this zone shows at the instant.
  public func local(at instant: Int) -> (day: Day, minutes: Int) {
    var offset = initialOffset
    for transition in transitions where transition.at <= instant { offset = transition.offset }
    let local = instant + offset
    let day = local >= 0 ? local / 1440 : (local - 1439) / 1440
    return (Day(number: Int32(truncatingIfNeeded: day)), local - day * 1440)
  }
}
