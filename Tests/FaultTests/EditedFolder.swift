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
  /// The rows after each act, and those of the tables alone.
  private let past: [RosterRows]
  let tables: RosterRows

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
  /// - Returns: whether the damage was told.
  func check(_ damaged: DiskState, _ what: String) throws -> Bool {
    try folder.replace(with: damaged)
    let seen = try EditedRoster.rows(at: folder.path)
    #expect(isAllowed(seen), "\(what), read: \(seen.difference(from: rows))")
    let session = try RosterSession(at: folder.path, SessionOptions(person: "next", isDesk: true))
    let notices = session.notices
    let now = RosterRows(session.roster)
    if notices.isEmpty {
      #expect(isAllowed(now), "\(what), edited: \(now.difference(from: rows))")
    } else {
      #expect(now == tables || isAllowed(now), "\(what), told \(notices): \(now.difference(from: tables))")
    }
    try session.close()
    let after = try EditedRoster.rows(at: folder.path)
    #expect(after == now, "\(what), closed: \(after.difference(from: now))")
    return !notices.isEmpty
  }

  /// Whether the rows are those that are right; a log that was damaged may end sooner, as after a power cut.
  private func isAllowed(_ seen: RosterRows) -> Bool { seen == rows || seen == tables || past.contains(seen) }

  private static func tables(at path: String) throws -> RosterRows {
    RosterRows(try #require(try FolderReader.read(at: path).roster))
  }
}
