/// A finding that someone has accepted for some days.
public struct Waiver: Hashable, Sendable {
  /// The rule's id or name.
  public var rule: String
  /// The finding's subject, as it is printed.
  public var subject: String
  /// The first duty day on which it holds.
  public var firstDay: Day
  /// The last duty day on which it holds.
  public var lastDay: Day
  /// Why; free text.
  public var reason: String
  /// By whom; free text.
  public var by: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A waiver of a rule for a subject.
  public init(
    rule: String, subject: String, firstDay: Day, lastDay: Day, reason: String, by: String, line: Int32 = 0
  ) {
    self.rule = rule
    self.subject = subject
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.reason = reason
    self.by = by
    self.line = line
  }
}
