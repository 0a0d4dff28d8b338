/// Something that a rule found.
public struct Finding: Hashable, Sendable {
  /// A named fact of the finding, for programs that read it.
  public struct Datum: Hashable, Sendable {
    /// What a fact can be.
    public enum Value: Hashable, Sendable {
      case integer(Int)
      case text(String)
    }

    /// The fact's name in snake case.
    public var name: String
    /// The fact.
    public var value: Value

    /// An integer fact.
    public init(_ name: String, _ value: Int) {
      self.name = name
      self.value = .integer(value)
    }

    /// A textual fact.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = .text(value)
    }
  }

  /// The rule that found it.
  public var rule: RuleInfo
  /// How serious it is in this roster.
  public var severity: Severity
  /// What it is about.
  public var subject: Subject
  /// The row it points to; `nil` where no row is to blame.
  public var location: Location?
  /// What is wrong, with the value and the bound, and what to do; may hold text of the roster as it stands there.
  public var message: String
  /// The same as facts.
  public var data: [Datum]

  /// A finding of a rule, at the rule's own severity where none is given.
  public init(
    rule: RuleInfo, severity: Severity? = nil, subject: Subject, location: Location? = nil, message: String,
    data: [Datum] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.subject = subject
    self.location = location
    self.message = message
    self.data = data
  }
}
