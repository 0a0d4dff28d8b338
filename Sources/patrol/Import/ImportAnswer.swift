import Crypto
import Files
import Glibc
import RosterModel
import Screen
import Sheets

/// What `patrol import` answers: the edits, or every reason against them.
struct ImportAnswer {
  /// What the edits change.
  var difference: DiffAnswer
  /// Why files cannot be read.
  var problems: [ImportProblem] = []
  /// What both sides have changed.
  var conflicts: [MergeConflict] = []
  /// What would be taken away and is to be confirmed.
  var removals: [ImportRemoval] = []
  /// What the edits would break together that is not broken now.
  var findings: [Finding] = []
  /// Why the edits are not taken, for what they break or whose days they change.
  var refusals: [ChangeRefusal] = []
  /// The conflicts that were settled by a choice.
  var settled: [MergeConflict] = []
  /// What is not read back.
  var warnings: [ImportProblem] = []
  /// The act in the journal; `nil` where nothing was recorded.
  var act: RecordedAct?
  /// Why the key cannot be that of this act.
  var keyTaken: String?
  /// Why the journal, which cannot be read, did not take the edits.
  var unrecorded: String?
  /// Whether the edits, if any, are in the roster.
  var isApplied = false

  /// Whether there is a reason against the edits.
  var isRefused: Bool {
    !problems.isEmpty || !conflicts.isEmpty || !removals.isEmpty || !refusals.isEmpty || keyTaken != nil
  }

  /// The answer for people: a reason a line as compilers print it, or the edits; both where the edits are to be confirmed.
  var text: String {
    let reasons =
      problems.map { "\($0.place): error: \($0.message)" } + conflicts.map { "\($0.place): conflict: \($0.message)" }
      + removals.map { "\($0.file ?? "all files together"): refused: \($0.message)" }
    let broken = findings.map { FindingText.line($0, colour: false) }
    return (reasons.map(\.shown) + broken + [difference.text]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What else people are to know, a line each: what a choice has settled, and what is not read back.
  var remarks: [String] {
    let lines =
      settled.map { "\($0.place): settled: \($0.sides)" }
      + warnings.prefix(Self.mostWarnings).map { "\($0.place): warning: \($0.message)" }
    let more = warnings.count - Self.mostWarnings
    return (lines + (more > 0 ? ["\(more) more cells are not read back; --format json lists them"] : [])).map(\.shown)
  }

  /// The most warnings that are printed for people.
  private static let mostWarnings = 50

  /// What came of it, in a line.
  var verdict: String {
    if let keyTaken { return "patrol import: refused: \(keyTaken).".shown }
    if let unrecorded { return unrecorded }
    if let act, act.isRepeat { return act.words }
    if !problems.isEmpty || !conflicts.isEmpty {
      return "nothing was imported: \(problems.count) errors, \(conflicts.count) conflicts"
    }
    if !removals.isEmpty {
      return "nothing was imported: too much would be taken away; with --removals it is"
    }
    if !refusals.isEmpty {
      return (refusals.map { "patrol import: refused: \($0.message).".shown } + ["nothing was imported"])
        .joined(separator: "\n")
    }
    if difference.isEmpty { return "nothing to import: the roster says the same" }
    guard isApplied else { return "not imported, as --dry-run was given" }
    return "imported" + (act.map { ", entry \($0.entry.position.number)" } ?? "")
  }
}

extension ImportAnswer: Encodable {
  private enum Key: String, CodingKey {
    case formatVersion, isApplied, isRepeat, entry, problems, conflicts, removals, findings, refusals, settled,
      warnings, difference
  }

  private struct Problem: Encodable {
    var file: String
    var line: Int?
    var column: Int?
    var message: String

    init(_ problem: ImportProblem) {
      (file, line, column, message) = (problem.file, problem.line, problem.column, problem.message)
    }
  }

  private struct Removal: Encodable {
    var file: String?
    var takenAway: Int
    var had: Int
    var cause: String
    var message: String

    init(_ removal: ImportRemoval) {
      (file, takenAway, had) = (removal.file, removal.takenAway, removal.had)
      (cause, message) = (removal.cause.rawValue, removal.message)
    }
  }

  private struct Conflict: Encodable {
    var file: String
    var line: Int?
    var column: Int?
    var day: String
    var shift: String
    var beat: String
    var unit: String
    var theirs: String
    var ours: String

    init(_ conflict: MergeConflict) {
      (file, line, column) = (conflict.file, conflict.line, conflict.column)
      (day, shift) = (conflict.posting.day.description, conflict.posting.shift)
      (beat, unit) = (conflict.posting.beat, conflict.posting.unit)
      (theirs, ours) = (conflict.theirs, conflict.ours)
    }
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.2", forKey: .formatVersion)
    try container.encode(isApplied, forKey: .isApplied)
    try container.encode(act?.isRepeat == true, forKey: .isRepeat)
    try container.encodeIfPresent(act?.entry.position.number, forKey: .entry)
    try container.encode(problems.map(Problem.init), forKey: .problems)
    try container.encode(conflicts.map(Conflict.init), forKey: .conflicts)
    try container.encode(removals.map(Removal.init), forKey: .removals)
    try container.encode(findings.map { FindingJSON($0) }, forKey: .findings)
    try container.encode(refusals.map { RefusalRow($0) }, forKey: .refusals)
    try container.encode(settled.map(Conflict.init), forKey: .settled)
    try container.encode(warnings.map(Problem.init), forKey: .warnings)
    try container.encode(difference, forKey: .difference)
  }
}

/// What files hold that are to be read back, as a SHA-256: the same files are the same import, and edited ones another.
enum ImportPrint {
  /// The print of a file, or of the CSV files of a folder with their names.
  ///
  /// What is remembered beside them changes when they were read back, and says nothing about them.
  ///
  /// - Throws: `FileFailure` where the system refuses.
  static func text(of path: String) throws(FileFailure) -> String {
    guard let resolved = FilePath.real(path) else { throw FileFailure("read", path) }
    var status = stat()
    var hash = SHA256()
    if stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      let folder = try FolderHandle(path: resolved)
      for name in try folder.names().sorted() where name.hasSuffix(".csv") {
        guard case .file(let bytes) = try folder.entry(name, atMost: ImportFiles.largestTable) else { continue }
        hash.update(data: Array("\(name)\u{0}\(bytes.count)\u{0}".utf8))
        hash.update(data: bytes)
      }
    } else {
      let parts = FilePath.parts(of: resolved)
      if case .file(let bytes) = try FolderHandle(path: parts.folder).entry(
        parts.name, atMost: ImportFiles.largestTable)
      {
        hash.update(data: bytes)
      }
    }
    return text(of: hash)
  }

  /// The print of bytes.
  static func text(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(data: bytes)
    return text(of: hash)
  }

  private static func text(of hash: SHA256) -> String {
    hash.finalize().prefix(16).reduce(into: "") { text, byte in
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
