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

/// How serious a finding is.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// The rule is not checked.
  case off
  case info, warning, error

  /// `off` is the least, `error` the most.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .off: 0
    case .info: 1
    case .warning: 2
    case .error: 3
    }
  }
}

/// What a finding is about, in the words of ids, stable from run to run.
public enum Subject: Hashable, Sendable {
  /// A unit, or its day, or its shift of a day.
  case unit(String, day: Day? = nil, shift: String? = nil)
  /// An expanded demand row; an empty force or skill is any.
  case square(place: String, day: Day, shift: String, force: String, skill: String)
  /// A beat's cell.
  case cell(beat: String, day: Day, shift: String)
  /// A row of a table by its id, or the table itself.
  case row(table: String, id: String? = nil)
}

extension Subject: CustomStringConvertible {
  /// The subject as it is printed and as waivers and baselines name it.
  public var description: String {
    switch self {
    case .unit(let id, let day, let shift):
      "unit:" + ([id] + [day?.description, shift].compactMap { $0 }).joined(separator: "/")
    case .square(let place, let day, let shift, let force, let skill):
      "square:\(place)/\(day)/\(shift)/\(force)/\(skill)"
    case .cell(let beat, let day, let shift): "cell:\(beat)/\(day)/\(shift)"
    case .row(let table, let id): "row:" + [table, id].compactMap { $0 }.joined(separator: "/")
    }
  }

  /// The duty day it is about; `nil` where it is about none.
  public var day: Day? {
    switch self {
    case .unit(_, let day, _): day
    case .square(_, let day, _, _, _), .cell(_, let day, _): day
    case .row: nil
    }
  }
}

/// Where in the roster folder a finding points to.
public struct Location: Hashable, Sendable {
  /// What of a row, or of `roster.toml`, is to blame.
  public enum Field: Hashable, Sendable {
    /// A column of a table, by its name.
    case column(String)
    /// A key of `roster.toml` by the keys that lead to it; an entry of an array of tables by its `id`, or where it has
    /// none by its number from 0.
    case key([String])
  }

  /// The file's name inside the folder.
  public var file: String
  /// The line, counted from 1; `nil` for the whole file, and for a key that was not looked up yet.
  public var line: Int?
  /// The character of the line, counted from 1; `nil` for the whole line, and for a field that was not looked up yet.
  public var column: Int?
  /// The field to blame; its line and column are looked up in the file only for what is reported, because no row keeps
  /// where its fields stood.
  public var field: Field?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, field: Field? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
  }
}
