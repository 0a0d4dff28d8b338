/// What changes touch, so that two people's changes of the same are found.
///
/// Postings and what happens during a shift touch their unit's day, absences every day that they name, publications their
/// district's day. A call touches the other calls of its unit's day.
public struct ChangeReach: Sendable {
  /// What two changes both touch.
  public struct Meeting: Hashable, Sendable {
    /// The unit's id; the district's or the beat's where it is about what is published.
    public var subject: String
    /// The day; `nil` for several.
    public var day: Day?
  }

  private var postings: [String: Set<Day>] = [:]
  private var absences: [String: [DayPattern]] = [:]
  private var publications: [String: Set<Day>] = [:]
  private var published: [String: Set<Day>] = [:]
  private var calls: [String: Set<Day>] = [:]

  /// What these changes touch; O(changes).
  public init(_ changes: [RowChange]) {
    for change in changes {
      switch change {
      case .posting(let change): postings[change.posting.unit, default: []].insert(change.posting.day)
      case .absence(let change):
        // Days that cannot be read might be any.
        absences[change.unit, default: []].append(DayPattern(text: change.days) ?? .daily)
      case .publication(let change): publications[change.district, default: []].insert(change.day)
      case .published(let posting, _): published[posting.beat, default: []].insert(posting.day)
      case .manoeuvre(let change): postings[change.unit, default: []].insert(change.day)
      case .call(let change): calls[change.unit, default: []].insert(change.day)
      }
    }
  }

  /// What another change touches that is touched here too; `nil` where they have nothing to do with each other.
  public func meeting(with change: RowChange) -> Meeting? {
    switch change {
    case .posting(let change): return meeting(change.posting.unit, change.posting.day)
    case .manoeuvre(let change): return meeting(change.unit, change.day)
    case .call(let change):
      return calls[change.unit]?.contains(change.day) == true ? Meeting(subject: change.unit, day: change.day) : nil
    case .absence(let change):
      let days = DayPattern(text: change.days) ?? .daily
      if let day = postings[change.unit]?.filter({ days.contains($0) }).min() {
        return Meeting(subject: change.unit, day: day)
      }
      let isTouched = absences[change.unit]?.contains { $0.overlaps(days) } == true
      return isTouched ? Meeting(subject: change.unit, day: nil) : nil
    case .publication(let change):
      return publications[change.district]?.contains(change.day) == true
        ? Meeting(subject: change.district, day: change.day) : nil
    case .published(let posting, _):
      return published[posting.beat]?.contains(posting.day) == true
        ? Meeting(subject: posting.beat, day: posting.day) : nil
    }
  }

  private func meeting(_ unit: String, _ day: Day) -> Meeting? {
    let isTouched = postings[unit]?.contains(day) == true || absences[unit]?.contains { $0.contains(day) } == true
    return isTouched ? Meeting(subject: unit, day: day) : nil
  }
}
