import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

/// A roster folder that was edited, for tests that damage its journal.
struct EditedFolder {
  /// The journal's file, the log that SQLite keeps beside it, and the second place for what the tables do not hold.
  static let (journal, log, tail) = (".patrol/journal.sqlite", ".patrol/journal.sqlite-wal", ".patrol-tail")

  let folder: FaultRoster
  let isClosed: Bool
  /// The folder as it was left, by a program that was closed or killed, and the rows that it then had.
  let state: DiskState
  let rows: RosterRows
  /// A roster edited by the probe.
  init(isClosed: Bool) throws {
    folder = try FaultRoster()
    self.isClosed = isClosed
    var run = try ProbeRun("JournalProbe", ["acts", folder.path, "one", "12", "8", "5"])
    if !isClosed {
      _ = run.end()
      // The probe waits for a line that does not come.
      run = try ProbeRun("JournalProbe", ["waits", folder.path, "one", "12", "9", "0"])
      var group = ProbeGroup([run])
      try group.read(until: "waiting")
      _ = run.kill()
    } else {
      _ = run.end()
    }
    state = try DiskState(of: folder.path)
    rows = try EditedRoster.rows(at: folder.path)
    #expect(try isClosed == (rows == Self.tables(at: folder.path)))
  }

  /// Opens the folder with this in it, to read and to edit: whatever was damaged, no recorded act is missing.
  ///
  /// - Returns: whether the damage was told.
  @discardableResult
  func check(_ damaged: DiskState, _ what: String) throws -> Bool {
    try folder.replace(with: damaged)
    let reading = try RosterReading(at: folder.path)
    let read = RosterRows(try #require(reading.roster))
    #expect(read == rows, "\(what), read: \(read.difference(from: rows))")
    var isReadingTold = reading.recovered > 0
    if case .unreadable = reading.journal { isReadingTold = true }

    let session = try RosterSession(at: folder.path, SessionOptions(person: "next", isDesk: true))
    let seen = RosterRows(session.roster)
    let isTold = !session.notices.isEmpty
    #expect(seen == rows, "\(what), edited: \(seen.difference(from: rows)); \(session.notices)")
    #expect(isTold || !isReadingTold, "\(what): told to who reads, and not to who edits")
    if session.access == .editing {
      var acts = RandomActs(seed: 5)
      try session.commitNext(&acts)
      let edited = RosterRows(session.roster)
      try session.close()
      let after = try EditedRoster.rows(at: folder.path)
      #expect(after == edited, "\(what), closed: \(after.difference(from: edited))")
    } else {
      #expect(isTold, "\(what): not edited, and not told why")
      try session.close()
    }
    return isTold
  }

  private static func tables(at path: String) throws -> RosterRows {
    RosterRows(try #require(try FolderReader.read(at: path).roster))
  }
}
