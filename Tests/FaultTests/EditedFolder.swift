import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

/// A roster folder that was edited, for tests that damage its journal.
struct EditedFolder {
  /// The journal's file, and the log that SQLite keeps beside it.
  static let (journal, log) = (".patrol/journal.sqlite", ".patrol/journal.sqlite-wal")

  let folder: FaultRoster
  let isClosed: Bool
  /// The folder as it was left, by a program that was closed or killed, and the rows that it then had.
  let state: DiskState
  let rows: RosterRows
  /// The rows of the tables alone.
  let tables: RosterRows
  /// The rows of the tables and after each act since.
  private let past: [RosterRows]

  /// A roster edited by the probe.
  init(isClosed: Bool) throws {
    folder = try FaultRoster()
    self.isClosed = isClosed
    let base = try EditedRoster.rows(at: folder.path)
    var run = try ProbeRun("JournalProbe", ["acts", folder.path, "one", "12", "8", "5"])
    var text = ""
    if !isClosed {
      _ = run.end()
      // The probe waits for a line that does not come.
      run = try ProbeRun("JournalProbe", ["waits", folder.path, "one", "12", "9", "0"])
      var group = ProbeGroup([run])
      try group.read(until: "waiting")
      text = group.texts[0]
      _ = run.kill()
    } else {
      text = run.end().words
    }
    var past = [isClosed ? base : try Self.tables(at: folder.path)]
    for act in ProbeWords(text).done {
      var next = past[past.count - 1]
      next.apply(act.lines)
      past.append(next)
    }
    self.past = past
    state = try DiskState(of: folder.path)
    rows = try EditedRoster.rows(at: folder.path)
    tables = try Self.tables(at: folder.path)
  }

  /// Opens the folder with this in it, to read and to edit.
  ///
  /// - Parameter endsSooner: whether the log that SQLite keeps was damaged: it may end sooner then, as after a power cut.
  /// - Returns: whether the damage was told.
  func check(_ damaged: DiskState, endsSooner: Bool = false, _ what: String) throws -> Bool {
    let allowed = endsSooner ? past : [rows]
    try folder.replace(with: damaged)
    let reading = try RosterReading(at: folder.path)
    let read = RosterRows(try #require(reading.roster))
    var isTold = false
    if case .unreadable = reading.journal { isTold = true }
    #expect(isTold ? read == tables : allowed.contains(read), "\(what), read: \(read.difference(from: rows))")

    let session = try RosterSession(at: folder.path, SessionOptions(person: "next", isDesk: true))
    let seen = RosterRows(session.roster)
    isTold = !session.notices.isEmpty
    #expect(isTold ? seen == tables : allowed.contains(seen), "\(what), edited: \(seen.difference(from: rows))")
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
