import Glibc
import RosterModel

@testable import Journal

extension Fuzzer {
  /// The journal's file and its write-ahead log, damaged in places that the input names, or replaced by it.
  ///
  /// Whatever is read as an entry is one that was recorded, as it was; all else is told as an error.
  static let file = Fuzzer(name: "file") {
    let folder = try FuzzedFolder.make()
    let whole = try KeptJournal(folder)
    return { input in
      var ration = Ration(input)
      let mode = ration.choice(of: 4)
      var (file, log) = (whole.file, whole.log)
      if mode == 3 {
        (file, log) = (ration.bytes, [])
      } else {
        // Closed, open, or open with a log that nothing happened to.
        if mode == 1 { (file, log) = (whole.closed, []) }
        while !ration.isEmpty {
          let isLog = mode == 0 && ration.choice(of: 2) == 1
          if isLog { ration.damage(&log) } else { ration.damage(&file) }
        }
      }
      try read(file, log, at: folder.journal) { FuzzedEntry.isSame(whole.recorded[$0.position], $0) }
    }
  }

  private static func read(
    _ file: [UInt8], _ log: [UInt8], at path: String, isRecorded: (JournalEntry) -> Bool
  ) throws {
    for isReading in [true, false] {
      for end in ["-wal", "-shm", "-journal"] { unlink(path + end) }
      try write(file, to: path)
      if !log.isEmpty { try write(log, to: path + "-wal") }
      do throws(JournalError) {
        let journal = isReading ? try SQLiteJournal(reading: path) : try SQLiteJournal(at: path)
        JournalReader.readAll(journal, isRecorded: isRecorded)
        try journal.close()
      } catch {}
    }
  }

  fileprivate static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BadSeed(what: "\(path) cannot be written") }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw BadSeed(what: "no room at \(path)") }
  }
}

/// A journal in which acts were recorded: its files while it was open and when it was closed.
private struct KeptJournal {
  let file: [UInt8]
  let log: [UInt8]
  let closed: [UInt8]
  private(set) var recorded: [JournalPosition: JournalEntry] = [:]

  init(_ folder: JournalFolder) throws {
    let journal = try SQLiteJournal(at: folder.journal)
    for number in 0..<5 {
      // Some are in the file, and some in the log.
      if number == 3 { try journal.attempt { db in _ = try db.checkpoint(.truncate) } }
      // Always the same acts: what an input does must not depend on the process.
      var ration = Ration((0..<200).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ number &* 17) ^ ($0 >> 3)) })
      let author = Author(person: number % 2 == 0 ? "one" : "two", session: "s\(number % 3)")
      let new = NewEntry(at: Int64(number) * 60_000, author: author, draft: FuzzedEntry.draft(&ration))
      do throws(EditRefusal) {
        let entry = try journal.append(after: .start, key: new.draft.key) { _ throws(EditRefusal) in new }
        recorded[entry.position] = entry
      } catch {
        // Two drafts may have one key.
      }
      if number == 1 {
        _ = try journal.record(
          NewCheckpoint(
            at: 1, through: JournalPosition(1), tables: TablePrints(prints: ["a", "b", "c", "d"]), origin: .own,
            isDone: true), conflicts: [], after: 0)
      }
    }
    file = try Self.bytes(of: folder.journal)
    log = try Self.bytes(of: folder.journal + "-wal")
    try journal.close()
    closed = try Self.bytes(of: folder.journal)
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BadSeed(what: "\(path) is not there") }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}
