import Foundation
import GRDB
import RosterModel

@testable import Journal

/// Reads all that a journal may be asked for.
enum JournalReader {
  /// Asks a journal for everything; errors are answers.
  ///
  /// - Parameter isRecorded: whether an entry is one that was recorded, as it was.
  static func readAll(_ journal: SQLiteJournal, isRecorded: (JournalEntry) -> Bool) {
    func check(_ entries: [JournalEntry], _ what: String) {
      for entry in entries { hold(isRecorded(entry), "\(what): never recorded so: \(entry)") }
    }
    attempt { check(try journal.tail().entries, "tail") }
    attempt { check(try journal.news(after: .start).entries, "news") }
    attempt { check(try journal.news(after: JournalPosition(2)).entries, "news") }
    attempt { check(try journal.entries(matching: EntryFilter()), "entries") }
    attempt {
      let sound = try journal.records(matching: EntryFilter()).compactMap { record -> JournalEntry? in
        if case .sound(let entry) = record { entry } else { nil }
      }
      check(sound, "records")
    }
    attempt { check([try journal.entry(key: "one")].compactMap { $0 }, "entry of a key") }
    var filter = EntryFilter()
    (filter.unit, filter.limit) = ("u1", 2)
    attempt { check(try journal.entries(matching: filter), "entries of a unit") }
    filter = EntryFilter()
    filter.among = [JournalPosition(1), JournalPosition(3)]
    attempt { check(try journal.entries(matching: filter), "entries at positions") }
    attempt {
      let history = try journal.history(of: "one", limit: 100)
      check(history.undoable + history.redoable, "history")
    }
    attempt { _ = try journal.openConflicts() }
  }

  private static func attempt(_ read: () throws -> Void) {
    do { try read() } catch {
      guard error is JournalError else { fail("an error that is none of the journal's: \(error)") }
    }
  }
}

/// Where fuzzers of the journal have their files.
enum FuzzedFolder {
  /// A new journal in a folder of this process, in memory where there is room for files.
  static func make() throws -> JournalFolder {
    let around = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    let path = "\(around)/patrol-fuzz-\(getpid())"
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw BadSeed(what: "\(path) cannot be made") }
    atexit { FuzzedFolder.remove() }
    let folder = JournalFolder(of: path)
    try folder.make()
    return folder
  }

  private static func remove() {
    let around = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    let path = "\(around)/patrol-fuzz-\(getpid())"
    for name in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"] { unlink("\(path)/.patrol/\(name)") }
    for name in ["/.patrol/desks", "/.patrol", ""] { rmdir(path + name) }
  }
}

/// Acts and values made from an input.
enum FuzzedEntry {
  private static let texts = [
    "", "u1", "y1-b1", "A", "2027-01-02", "one", "edit", "locked", "0", "-1", "\u{0}", "é\u{202E}",
  ]

  static func text(_ ration: inout Ration) -> String {
    let choice = ration.choice(of: texts.count + 1)
    return choice < texts.count ? texts[choice] : String(decoding: ration.some(), as: UTF8.self)
  }

  /// Whether an entry that was read is one that was recorded; that its seal is lost is told apart from it.
  static func isSame(_ recorded: JournalEntry?, _ read: JournalEntry) -> Bool {
    guard var recorded else { return false }
    recorded.seal = read.seal
    return recorded == read
  }

  /// A value of any kind.
  static func value(_ ration: inout Ration) -> DatabaseValue {
    switch ration.choice(of: 6) {
    case 0: .null
    case 1, 2: ration.number().databaseValue
    case 3: Double(bitPattern: UInt64(bitPattern: ration.number())).databaseValue
    case 4: Data(ration.some()).databaseValue
    default: text(&ration).databaseValue
    }
  }

  static func draft(_ ration: inout Ration) -> EntryDraft {
    let kinds: [EntryKind] = [
      .edit, .undo(JournalPosition(Int64(ration.choice(of: 3)))), .redo(JournalPosition(Int64(ration.choice(of: 3)))),
      .plan, .imported, .publication,
    ]
    return EntryDraft(
      kind: kinds[ration.choice(of: kinds.count)], name: text(&ration), reason: text(&ration),
      isForced: ration.choice(of: 2) == 0, changes: (0..<ration.choice(of: 4)).map { _ in change(&ration) },
      key: ration.choice(of: 3) == 0 ? text(&ration) : nil)
  }

  private static func change(_ ration: inout Ration) -> RowChange {
    let day = Day(number: 20_820).advanced(by: ration.choice(of: 40))
    let name = PostingName(day: day, shift: text(&ration), beat: text(&ration), unit: text(&ration))
    switch ration.choice(of: 6) {
    case 0: return .posting(PostingChange(name, old: remark(&ration), new: remark(&ration)))
    case 1:
      let reasons = AbsenceReason.allCases
      return .absence(
        AbsenceChange(
          unit: text(&ration), days: text(&ration), shift: ration.choice(of: 2) == 0 ? nil : text(&ration),
          reason: reasons[ration.choice(of: reasons.count)], isAdded: ration.choice(of: 2) == 0))
    case 2:
      return .publication(
        PublicationChange(
          district: text(&ration), day: day, at: text(&ration), by: text(&ration), isAdded: ration.choice(of: 2) == 0))
    case 3:
      let kinds = Manoeuvre.Kind.allCases
      return .manoeuvre(
        ManoeuvreChange(
          day: day, shift: name.shift, unit: name.unit, at: text(&ration), kind: kinds[ration.choice(of: kinds.count)],
          beat: ration.choice(of: 2) == 0 ? nil : name.beat, reason: text(&ration), by: text(&ration),
          isAdded: ration.choice(of: 2) == 0))
    case 4:
      let answers = Call.Answer.allCases
      return .call(
        CallChange(
          day: day, shift: name.shift, beat: name.beat, unit: name.unit, at: text(&ration),
          answer: answers[ration.choice(of: answers.count)], by: text(&ration), note: text(&ration),
          isAdded: ration.choice(of: 2) == 0))
    default: return .published(name, isAdded: ration.choice(of: 2) == 0)
    }
  }

  private static func remark(_ ration: inout Ration) -> PostingRemark? {
    ration.choice(of: 3) == 0 ? nil : PostingRemark(isLocked: ration.choice(of: 2) == 0, note: text(&ration))
  }
}
