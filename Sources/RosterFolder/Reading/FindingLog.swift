import Characters
import Files
import Glibc
import RosterModel

/// The findings of one file, all counted and of each rule as many kept as people read.
struct FindingLog {
  /// The findings kept, in the order found.
  private(set) var findings: [Finding] = []
  /// How many there were by the rule's id.
  private var counts = FindingCounts<String>(listing: Finding.mostOfRow)

  /// Counts a finding; whether it is to be kept, so that no words are made of one that is not.
  mutating func takes(_ rule: RuleInfo) -> Bool { counts.takes(rule.id) }

  /// Adds a finding.
  mutating func add(_ finding: Finding) {
    if takes(finding.rule) { findings.append(finding) }
  }

  /// Adds a finding that was counted by `takes`.
  mutating func keep(_ finding: Finding) { findings.append(finding) }

  /// Adds a finding about a file.
  mutating func add(
    _ rule: RuleInfo, _ file: String, line: Int? = nil, column: Int? = nil, value: String? = nil,
    expected: String? = nil, message: String
  ) {
    add(Self.finding(rule, file, line: line, column: column, value: value, expected: expected, message: message))
  }

  /// A finding about a file.
  static func finding(
    _ rule: RuleInfo, _ file: String, line: Int? = nil, column: Int? = nil, value: String? = nil,
    expected: String? = nil, message: String
  ) -> Finding {
    var data: [Finding.Datum] = []
    if let value { data.append(Finding.Datum("value", String(value.prefix(Evidence.longest)))) }
    if let expected { data.append(Finding.Datum("expected", expected)) }
    return Finding(
      rule: rule, subject: .row(table: stem(file)), location: Location(file: file, line: line, column: column),
      message: message, data: data)
  }

  /// Every finding kept, and for each rule one that says how many more there are.
  func all(of file: String) -> [Finding] {
    findings
      + counts.unlisted.sorted { $0.key < $1.key }.compactMap { id, count in
        findings.first { $0.rule.id == id }?.more(
          count, subject: .row(table: Self.stem(file)), location: Location(file: file))
      }
  }

  /// A file's name without what comes after the dot, which is how subjects name it.
  private static func stem(_ file: String) -> String { String(file.prefix { $0 != "." }) }
}

extension FileProblem {
  /// The rule that this breaks.
  var rule: RuleInfo {
    switch self {
    case .notAFile, .linkOutside, .tooLarge, .notText, .endlessLine: FormatRules.notRead
    case .notThere, .system: FormatRules.missingFile
    }
  }

  /// What was expected in its place; `nil` where that is only that it can be read.
  var expected: String? {
    switch self {
    case .notAFile, .linkOutside: "a regular file"
    case .tooLarge(_, let limit): "at most \(limit >> 20) MiB"
    case .notText, .endlessLine: "a table as text"
    case .notThere, .system: nil
    }
  }

  /// What is in the way, in the system's words where it is the system.
  var reason: String {
    switch self {
    case .notThere: SystemError.text(ENOENT)
    case .notAFile(let kind): "it is \(kind)"
    case .linkOutside(let target): "it is a link to \(Evidence.quoted(target))"
    case .tooLarge(let size, let limit): "it is \(Self.mebibytes(size)) MiB, more than \(limit >> 20) MiB"
    case .notText: "it is no text"
    case .endlessLine(let line, let limit): "line \(line) is longer than \(limit >> 20) MiB"
    case .system(let code, let file): (file.map { "\($0): " } ?? "") + SystemError.text(code)
    }
  }

  /// What is wrong with the file and what to do.
  func message(_ file: String) -> String {
    switch self {
    case .notThere: "\(file) is not there; add it, or copy one that `patrol new` writes"
    case .notAFile(let kind): "\(file) is \(kind), not a file; put a regular file in its place"
    case .linkOutside(let target):
      "\(file) is a link to \(Evidence.quoted(target)), outside the folder; put the file itself in its place"
    case .tooLarge(let size, let limit):
      "\(file) is \(Self.mebibytes(size)) MiB, more than \(limit >> 20) MiB, the most that is read; split the roster"
    case .notText:
      "\(file) is no text but bytes of value 0 from here on; put the table in its place, nothing of it is read until then"
    case .endlessLine(_, let limit):
      "\(file) has a line of more than \(limit >> 20) MiB, and is no table; put the table in its place, nothing of it is "
        + "read until then"
    case .system: "\(file) cannot be read: \(reason); check its owner and permissions"
    }
  }

  /// Rounded up, so that what is too large is never told to be as large as the limit.
  private static func mebibytes(_ size: Int) -> Int { (size + (1 << 20) - 1) >> 20 }
}

/// Why a folder cannot be opened as a roster at all.
public enum FolderError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case notThere(path: String)
  /// There is something else than a folder at the path.
  case notAFolder(path: String)
  /// The folder may not be read; the reason is the system's.
  case notReadable(path: String, reason: String)
  /// The folder holds none of a roster's files; `found` are the first of those it holds.
  case notARoster(path: String, found: [String])
}

extension FolderError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notThere(let path):
      "there is no folder \(Evidence.quoted(path)); check the path, or make a roster there with `patrol new`"
    case .notAFolder(let path):
      "\(Evidence.quoted(path)) is not a folder; a roster is a folder of tables, so name the folder that holds them"
    case .notReadable(let path, let reason):
      "\(Evidence.quoted(path)) cannot be read: \(reason); check its owner and permissions"
    case .notARoster(let path, let found):
      "\(Evidence.quoted(path)) is not a roster: it holds "
        + (found.isEmpty ? "nothing" : found.map { Evidence.quoted($0) }.joined(separator: ", "))
        + ", but neither roster.toml nor a table such as units.csv; name another folder, or make a roster with "
        + "`patrol new`"
    }
  }
}
