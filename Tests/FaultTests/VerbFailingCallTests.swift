import FaultTesting
import Foundation
import JournalTesting
import Testing

@Suite("Every call that a command makes on files going wrong once")
struct VerbFailingCallTests {
  /// Commands that edit the roster `R`, which nothing but chance has edited before.
  static let editing: [[String]] = [
    ["assign", "R", "--unit", "u9", "--beat", "b1", "--day", "2027-01-05", "--shift", "B", "--reason", "why"],
    ["absent", "R", "--unit", "u7", "--day", "2027-01-03", "--reason", "sick", "--unassign"],
    ["publish", "R", "--day", "2027-01-04", "--now", "2027-01-03T12:00"],
    ["undo", "R", "--as", "one", "--reason", "why"],
    ["plan", "R", "--replan", "--iterations", "50", "--threads", "1"],
  ]

  /// Commands that answer from the roster `R`.
  static let answering: [[String]] = [
    ["export", "R", "--table", "-"], ["validate", "R", "--format", "json"], ["gaps", "R", "--format", "json"],
    ["log", "R", "--format", "json"],
  ]

  @Test(
    "an edit is done and exit code 0, or told and not done; the same command is done afterwards", arguments: editing)
  func edits(words: [String]) throws {
    let folder = try EditedFolder(isClosed: false).folder
    try hold(words, folder, in: folder.path)
  }

  @Test("a quota that is used up is told as one, with exit code 5, whatever there is no room for", arguments: editing)
  func quota(words: [String]) throws {
    let folder = try EditedFolder(isClosed: false).folder
    let before = try EditedRoster.rows(at: folder.path)
    let calls = try FailingCalls(words[0] + ", quota", in: folder.path, "patrol", Self.named(words, folder))
    try calls.each([.errorFromThereOn(EDQUOT)], short: 8, long: 40) { fault, end in
      let rows = try EditedRoster.rows(at: folder.path)
      // What the journal has by then is recorded, whatever becomes of the tables.
      guard end.code == 5 else {
        return end.code == calls.good.code && rows != before ? nil : "not refused by the system"
      }
      // Where the disk refuses to confirm what it was given, and all after it, nobody can take that back.
      guard rows == before || fault.call.name == "fsync" else {
        return "told as not done: \(rows.difference(from: before))"
      }
      // SQLite does not say why there is no memory to share.
      return end.errors.lowercased().contains("quota") || fault.call.path.hasSuffix("-shm")
        ? nil : "not told as a quota"
    }
  }

  @Test("an import is done and exit code 0, or told and not done; the same command is done afterwards")
  func imports() throws {
    let folder = try EditedFolder(isClosed: false).folder
    let sheets = folder.around + "/sheets"
    try Self.run(["export", folder.path, "--sheets", sheets])
    let sheet = sheets + "/d1_2027-01-06_C.csv"
    let text = try String(contentsOfFile: sheet, encoding: .utf8)
    let edited = text.replacing("NOT COVERED", with: "Sokol-11", maxReplacements: 1)
    try edited.write(toFile: sheet, atomically: true, encoding: .utf8)
    try hold(["import", "R", sheets, "--reason", "why"], folder, in: folder.around)
  }

  @Test("a journal with a damaged entry is repaired and exit code 0, or it is told; the next repair goes on")
  func repairs() throws {
    let edited = try EditedFolder(isClosed: true)
    let folder = edited.folder
    var state = edited.state
    let word = Array("drawn by chance".utf8)
    var bytes = try #require(state.files[EditedFolder.journal]).bytes
    let place = try #require(bytes.firstRange(of: word)?.lowerBound)
    bytes[place] = UInt8(ascii: "D")
    state.files[EditedFolder.journal]?.bytes = bytes
    try folder.replace(with: state)
    let calls = try FailingCalls("journal repair", in: folder.path, "patrol", ["journal", "repair", folder.path])
    #expect(calls.good.code == 0, "\(calls.good.words) \(calls.good.errors)")
    try calls.each(.once, short: 6, long: 120) { _, end in
      guard try EditedRoster.rows(at: folder.path) == edited.rows else { return "the roster is another" }
      if end.code != 0 {
        if let wrong = Self.untold(end, findingsCount: true) { return wrong }
        let next = try calls.again()
        guard next.code == 0 else { return "again: \(next.words) \(next.errors)" }
      }
      let check = try ProbeRun("patrol", ["journal", "check", folder.path], keepsErrors: true).finish(within: 60)
      guard check.code == 0 else { return "repaired, and not sound: \(check.words) \(check.errors)" }
      return try EditedRoster.rows(at: folder.path) == edited.rows ? nil : "the roster is another afterwards"
    }
  }

  @Test("an answer is the whole one, or it is told that it is not", arguments: answering)
  func answers(words: [String]) throws {
    let folder = try EditedFolder(isClosed: false).folder
    let rows = try EditedRoster.rows(at: folder.path)
    let calls = try FailingCalls(words[0], in: folder.path, "patrol", Self.named(words, folder))
    try calls.each(.once, short: 5, long: 80) { _, end in
      guard try EditedRoster.rows(at: folder.path) == rows else { return "the roster is another" }
      if end.code == calls.good.code {
        return Self.plain(end.words) == Self.plain(calls.good.words) ? nil : "another answer"
      }
      if let wrong = Self.untold(end, findingsCount: true) { return wrong }
      return try calls.again().words == calls.good.words ? nil : "another answer afterwards"
    }
  }

  @Test("exported sheets are all there and exit code 0, or it is told; each is an old or a new one, whole")
  func exports() throws {
    let folder = try EditedFolder(isClosed: false).folder
    let sheets = folder.around + "/sheets"
    try Self.run(["export", folder.path, "--sheets", sheets])
    let roster = try EditedRoster.rows(at: folder.path)
    // Of another unit, so that the sheets of a day are others.
    try Self.run(["absent", folder.path, "--unit", "u1", "--day", "2027-01-05", "--reason", "sick", "--unassign"])
    let rows = try EditedRoster.rows(at: folder.path)
    #expect(rows != roster)
    let before = try DiskState(of: sheets)
    let calls = try FailingCalls(
      "export of sheets", in: folder.around, "patrol", ["export", folder.path, "--sheets", sheets])
    let after = try DiskState(of: sheets)
    #expect(after != before)
    try calls.each(.once, short: 6, long: 120) { _, end in
      guard try EditedRoster.rows(at: folder.path) == rows else { return "the roster is another" }
      let now = try DiskState(of: sheets)
      // What is remembered of the sheets is written beside its place first, and the next export tidies that up.
      let (held, files) = (now.files.mapValues(\.bytes), after.files.mapValues(\.bytes))
      if end.code == 0 {
        return held.filter { $0.key != ".patrol-sheets-new" } == files ? nil : "not the sheets that it says"
      }
      if let wrong = Self.untold(end) { return wrong }
      // What is remembered of the sheets goes by those that were written.
      for (name, file) in now.files where !name.hasPrefix(".patrol") {
        if [before.files[name], after.files[name]].contains(file) { continue }
        return "\(name) is neither the old nor the new one"
      }
      let next = try calls.again()
      guard next.code == 0 else { return "again: \(next.errors)" }
      return try DiskState(of: sheets).files.mapValues(\.bytes) == files ? nil : "again, not the sheets that it says"
    }
  }

  @Test("a new roster is there whole and exit code 0, or it is told and there is none")
  func new() throws {
    let folder = try EditedFolder(isClosed: true).folder
    let made = folder.around + "/next"
    let calls = try FailingCalls("new", in: folder.around, "patrol", ["new", made, "--after", folder.path])
    let after = try DiskState(of: made)
    try calls.each(.once, short: 5, long: 80) { _, end in
      let isThere = FileManager.default.fileExists(atPath: made)
      if end.code == calls.good.code { return try DiskState(of: made) == after ? nil : "not the roster that it says" }
      if let wrong = Self.untold(end) { return wrong }
      if isThere { return try DiskState(of: made) == after ? nil : "half a roster" }
      return try calls.again().code == calls.good.code ? nil : "again it is not done"
    }
  }

  private func hold(_ words: [String], _ folder: FaultRoster, in watched: String) throws {
    let before = try EditedRoster.rows(at: folder.path)
    let calls = try FailingCalls(words[0], in: watched, "patrol", Self.named(words, folder))
    let after = try EditedRoster.rows(at: folder.path)
    #expect(after != before, "\(calls.good.words) \(calls.good.errors)")
    try calls.each(.once, short: 6, long: 120) { _, end in
      let rows = try EditedRoster.rows(at: folder.path)
      // A plan ends with 1 for its gaps, and says on standard error where nothing of it was recorded.
      if end.code == 1, calls.good.code == 1, rows == before, !end.errors.isEmpty { return nil }
      if end.code == calls.good.code {
        return rows == after ? nil : "not done: \(rows.difference(from: after))"
      }
      if let wrong = Self.untold(end) { return wrong }
      // What does not need all tables is done without one, and said.
      if end.code == 2, rows == after, !end.words.isEmpty { return nil }
      // A plan of what could be read is recorded, and says as which entry.
      if end.code == 2, end.words.contains(", entry ") { return nil }
      guard rows == before else { return "told as not done: \(rows.difference(from: before))" }
      let next = try calls.again()
      guard next.code == calls.good.code else { return "again: \(next.errors)" }
      let done = try EditedRoster.rows(at: folder.path)
      guard done == after else { return "done again: \(done.difference(from: after))" }
      let left = try EditedRoster.leftovers(in: folder.path)
      return left.isEmpty ? nil : "left behind: \(left)"
    }
  }

  /// What is wrong with a run that was not done, whatever is in the folder.
  ///
  /// - Parameter findingsCount: whether what it answers may say why, as findings do.
  private static func untold(_ end: ProbeEnd, findingsCount: Bool = false) -> String? {
    guard let code = end.code, (2...6).contains(code) else { return "an exit code of no meaning" }
    return end.errors.isEmpty && !(findingsCount && !end.words.isEmpty) ? "it does not say why" : nil
  }

  /// An answer without the columns of findings: the files are looked into once more for these, and the verdict is the same
  /// without them.
  private static func plain(_ answer: String) -> [Substring] {
    answer.split(separator: "\n").filter { !$0.contains("\"column\"") && !$0.contains("\"line\"") }
  }

  private static func named(_ words: [String], _ folder: FaultRoster) -> [String] {
    words.map { $0 == "R" ? folder.path : $0 }
  }

  private static func run(_ arguments: [String]) throws {
    let end = try ProbeRun("patrol", arguments, keepsErrors: true).finish(within: 60)
    try #require(end.code == 0, "\(end.errors)")
  }
}
