import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

@Suite("A roster from under which somebody takes what the program keeps beside the tables")
struct JournalRemovalTests {
  /// What is taken away, as a person or a program that tidies up would.
  enum Taken: String, CaseIterable, CustomTestStringConvertible {
    case log = "journal.sqlite-wal"
    case index = "journal.sqlite-shm"
    case logAndIndex = "journal.sqlite-wal and -shm"
    case journal = "journal.sqlite"
    case folder = ".patrol"
    case all = ".patrol and the tail file"
    case older = ".patrol, for an older copy of it"

    var testDescription: String { rawValue }

    func take(from roster: String, older: String) throws {
      let files = FileManager.default
      func remove(_ names: String...) throws { for name in names { try files.removeItem(atPath: roster + name) } }
      switch self {
      case .log: try remove("/.patrol/journal.sqlite-wal")
      case .index: try remove("/.patrol/journal.sqlite-shm")
      case .logAndIndex: try remove("/.patrol/journal.sqlite-wal", "/.patrol/journal.sqlite-shm")
      case .journal: try remove("/.patrol/journal.sqlite")
      case .folder: try remove("/.patrol")
      case .all: try remove("/.patrol", "/.patrol-tail")
      case .older:
        try remove("/.patrol")
        try files.copyItem(atPath: older, toPath: roster + "/.patrol")
      }
    }
  }

  @Test("what was told as recorded before and after it is there when the program is killed", arguments: Taken.allCases)
  func killed(_ taken: Taken) throws {
    let desk = try WatchedDesk()
    try desk.act(3)
    try taken.take(from: desk.folder.path, older: desk.older)
    try desk.act(3)
    let words = desk.kill()
    #expect(words.failed.isEmpty && words.done.count > 3)
    #expect(try EditedRoster.fault(at: desk.folder.path, desk.base, words) == nil)
    #expect(try EditedRoster.faultOfEditing(at: desk.folder.path, desk.base, words) == nil)
  }

  @Test("a desk that only looks on notices it too, before anybody edits", arguments: Taken.allCases)
  func looked(_ taken: Taken) throws {
    let desk = try WatchedDesk()
    try desk.act(3)
    try taken.take(from: desk.folder.path, older: desk.older)
    #expect(try desk.tell("look", until: "looked").contains("the journal was removed or replaced"))
    let words = desk.kill()
    #expect(try EditedRoster.fault(at: desk.folder.path, desk.base, words) == nil)
  }

  @Test("left by its key, the desk has written the tables", arguments: Taken.allCases)
  func left(_ taken: Taken) throws {
    let desk = try WatchedDesk()
    try desk.act(3)
    try taken.take(from: desk.folder.path, older: desk.older)
    let (words, code) = desk.close()
    #expect(code == 0, "\(words)")
    let tables = RosterRows(try #require(try FolderReader.read(at: desk.folder.path).roster))
    #expect(words.outcomes(from: desk.base).contains(tables))
    #expect(try EditedRoster.fault(at: desk.folder.path, desk.base, words) == nil)
  }

  @Test("where no journal can be made again it refuses acts and says so, and the tables have what was recorded")
  func blocked() throws {
    let desk = try WatchedDesk()
    try desk.act(3)
    try FileManager.default.removeItem(atPath: desk.folder.path + "/.patrol")
    #expect(FileManager.default.createFile(atPath: desk.folder.path + "/.patrol", contents: nil))
    try desk.act(1)
    let (words, code) = desk.close()
    #expect(words.failed.count == 1)
    #expect(code == 4 && words.others.last?.contains("cannot be made again") == true, "\(words)")
    let tables = RosterRows(try #require(try FolderReader.read(at: desk.folder.path).roster))
    #expect(words.outcomes(from: desk.base)[0] == tables)
  }

  @Test("two desks find to each other again")
  func two() throws {
    let folder = try FaultRoster()
    var acts = RandomActs(seed: 4)
    let one = try RosterSession(at: folder.path, SessionOptions(person: "one", isDesk: true))
    let two = try RosterSession(at: folder.path, SessionOptions(person: "two", isDesk: true))
    try one.commitNext(&acts)
    _ = try two.news()
    try FileManager.default.removeItem(atPath: folder.path + "/.patrol/journal.sqlite-wal")
    try two.commitNext(&acts)
    _ = try one.news()
    try one.commitNext(&acts)
    _ = try two.news()
    #expect(RosterRows(one.roster) == RosterRows(two.roster))
    #expect(try EditedRoster.rows(at: folder.path) == RosterRows(one.roster))
    try one.close()
    try two.close()
    #expect(try EditedRoster.rows(at: folder.path) == RosterRows(two.roster))
  }
}

/// A desk in a process of its own, which acts when it is told to.
private final class WatchedDesk {
  let folder: FaultRoster
  let base: RosterRows
  /// A copy of `.patrol` as it was before the desk did anything.
  let older: String
  private let run: ProbeRun
  private var text = ""

  init() throws {
    folder = try FaultRoster()
    base = try EditedRoster.rows(at: folder.path)
    older = folder.around + "/older"
    try RosterSession(at: folder.path, SessionOptions(person: "before", isDesk: true)).close()
    try FileManager.default.copyItem(atPath: folder.path + "/.patrol", toPath: older)
    run = try ProbeRun("JournalProbe", ["told", folder.path, "one", "0", "3", "0"])
    try hear { $0.contains("open\n") }
  }

  /// Has it act, and waits until it has said what came of it.
  func act(_ count: Int) throws {
    for _ in 0..<count {
      let before = Self.answers(text)
      run.tell("act")
      try hear { Self.answers($0) > before }
    }
  }

  /// Tells it something and waits for an answer; all it has said.
  func tell(_ line: String, until answer: String) throws -> String {
    run.tell(line)
    try hear { $0.contains(answer + "\n") }
    return text
  }

  func kill() -> ProbeWords { ProbeWords(text + run.kill()) }

  func close() -> (ProbeWords, code: Int32) {
    run.tell("close")
    let (words, code) = run.end()
    return (ProbeWords(text + words), code)
  }

  private func hear(until isEnough: (String) -> Bool) throws {
    while !isEnough(text) {
      let words = run.words()
      try #require(!words.isEmpty, "it has ended after \(text)")
      text += words
    }
  }

  private static func answers(_ text: String) -> Int {
    let words = ProbeWords(text)
    return words.done.count + words.failed.count + words.refused.values.reduce(0, +)
  }
}
