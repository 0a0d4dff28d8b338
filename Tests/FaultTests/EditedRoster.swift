import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel

/// A roster folder that `JournalProbe` edits.
enum EditedRoster {
  /// The rows as every reader sees them.
  ///
  /// - Throws: `TornTables` where something cannot be read.
  static func rows(at path: String) throws -> RosterRows {
    let reading = try RosterReading(at: path)
    guard let roster = reading.roster, reading.snapshot.findings.isEmpty else {
      throw TornTables(what: "cannot be read: \(reading.snapshot.findings.map(\.message))")
    }
    if case .unreadable(let error, _) = reading.journal { throw TornTables(what: "\(error)") }
    guard reading.conflicts.isEmpty else { throw TornTables(what: "conflicts: \(reading.conflicts)") }
    return RosterRows(roster)
  }

  /// What the probe does to a folder.
  static func record(_ folder: FaultRoster, acts: Int, every: Int, seed: Int) throws -> Recording {
    try Recording(of: folder.path) { watch in
      let arguments = ["acts", folder.path, "one", "\(acts)", "\(seed)", "\(every)"]
      let (words, code) = try ProbeRun("JournalProbe", arguments, watch: watch).end()
      guard code == 0 else { throw TornTables(what: "the probe: \(words)") }
    }
  }

  /// What is wrong with a folder that had these rows before the probe said what it said.
  static func fault(at path: String, _ base: RosterRows, _ words: ProbeWords) throws -> String? {
    try fault(at: path, base, [words])
  }

  /// What is wrong with a folder that had these rows before several probes, one after the other.
  static func fault(at path: String, _ base: RosterRows, _ lives: [ProbeWords]) throws -> String? {
    try fault(at: path, among: lives.outcomes(from: base))
  }

  /// What is wrong with a folder that must have one of these rows.
  static func fault(at path: String, among outcomes: [RosterRows]) throws -> String? {
    do {
      let rows = try rows(at: path)
      return outcomes.contains(rows) ? nil : rows.difference(from: outcomes[0])
    } catch let torn as TornTables {
      return torn.what
    }
  }

  /// What is wrong when it is opened for editing, edited once and closed; its tables alone are then the whole roster.
  static func faultOfEditing(at path: String, _ base: RosterRows, _ words: ProbeWords) throws -> String? {
    try faultOfEditing(at: path, among: words.outcomes(from: base))
  }

  /// The same of a folder that must have one of these rows.
  static func faultOfEditing(at path: String, among outcomes: [RosterRows]) throws -> String? {
    let session = try RosterSession(at: path, SessionOptions(person: "next", isDesk: true))
    var rows = RosterRows(session.roster)
    guard outcomes.contains(rows) else { return "at the desk: " + rows.difference(from: outcomes[0]) }
    guard session.notices.isEmpty else { return "the desk says \(session.notices)" }
    var acts = RandomActs(seed: 99)
    do throws(EditRefusal) {
      rows.apply(try session.commitNext(&acts).draft.changes.lines)
    } catch {
      return "the next act: \(error)"
    }
    try session.close()
    try FileManager.default.removeItem(atPath: path + "/" + JournalFolder.name)
    let tables = try self.rows(at: path)
    return tables == rows ? nil : "the tables alone: " + tables.difference(from: rows)
  }

  /// What saving leaves in a folder only where it was stopped.
  static func leftovers(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasPrefix(".patrol-") && $0 != ".patrol-tail" }
  }
}
