/// A wish for or against a shift, or a day off, on one day.
public struct Request: Hashable, Sendable {
  /// What the wish is about.
  public enum Subject: Hashable, Sendable {
    /// A day without an assignment.
    case off
    /// Any assignment at all.
    case anyShift
    /// One shift, by index into ``Problem/shifts``.
    case shift(Int)
  }

  /// Index into ``Problem/staff``.
  public var staff: Int
  /// Day in `0..<Problem.dayCount`.
  public var day: Int
  /// What is wanted or not.
  public var subject: Subject
  /// Whether it is wanted; otherwise it is to be avoided.
  public var isWanted: Bool
  /// What it costs when it is not so; not negative.
  public var weight: Int

  /// Creates a wish.
  public init(staff: Int, day: Int, subject: Subject, isWanted: Bool, weight: Int) {
    self.staff = staff
    self.day = day
    self.subject = subject
    self.isWanted = isWanted
    self.weight = weight
  }
}
