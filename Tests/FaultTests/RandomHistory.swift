import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

/// Two sessions on a roster, and the rows that it must hold.
struct RandomHistory {
  private let folder: FaultRoster
  private var sessions: [RosterSession]
  private var acts: RandomActs
  private var rows: RosterRows
  private var counts: [String: Int] = [:]

  init(seed: Int) throws {
    folder = try FaultRoster(beats: 5, units: 20, days: 7)
    acts = RandomActs(seed: seed)
    rows = try EditedRoster.rows(at: folder.path)
    sessions = []
    for number in 0..<2 { sessions.append(try open(number)) }
  }

  func count(of what: String) -> Int { counts[what] ?? 0 }

  /// Does the next thing; what it was.
  mutating func next() throws -> String {
    let number = acts.number(below: 2)
    let what: String
    switch acts.number(below: 100) {
    case ..<60: what = try edit(number)
    case ..<72: what = try takeBack(number)
    case ..<80: what = try redo(number)
    case ..<88:
      try sessions[number].checkpoint()
      what = "fold"
    case ..<94:
      try sessions[number].close()
      sessions[number] = try open(number)
      what = "open"
    default: what = try spreadsheet()
    }
    counts[what, default: 0] += 1
    return "\(what) by \(number)"
  }

  /// Holds everybody's roster against the rows.
  func check(_ what: String) throws {
    for session in sessions {
      _ = try session.news()
      let seen = RosterRows(session.roster)
      try #require(seen == rows, "\(what), at a desk: \(seen.difference(from: rows))")
    }
    let read = try EditedRoster.rows(at: folder.path)
    try #require(read == rows, "\(what), read: \(read.difference(from: rows))")
  }

  /// Closes both; the tables alone then hold the rows.
  mutating func end() throws {
    for session in sessions { try session.close() }
    try FileManager.default.removeItem(atPath: folder.path + "/" + JournalFolder.name)
    #expect(try EditedRoster.rows(at: folder.path) == rows)
  }

  private func open(_ number: Int) throws -> RosterSession {
    try RosterSession(at: folder.path, SessionOptions(person: "p\(number)", isDesk: true))
  }

  private mutating func edit(_ number: Int) throws -> String {
    try submit(acts.next(in: sessions[number].roster), number) ? "edit" : "refused edit"
  }

  private mutating func takeBack(_ number: Int) throws -> String {
    guard let entry = try sessions[number].history().undoable.last else { return "nothing to undo" }
    let draft = EntryDraft(
      kind: .undo(entry.position), name: "undo", reason: "drawn by chance", changes: entry.draft.changes.inverse)
    return try submit(draft, number) ? "undo" : "refused undo"
  }

  private mutating func redo(_ number: Int) throws -> String {
    guard let entry = try sessions[number].history().redoable.last else { return "nothing to redo" }
    let draft = EntryDraft(
      kind: .redo(entry.position), name: "redo", reason: "drawn by chance", changes: entry.draft.changes)
    return try submit(draft, number) ? "redo" : "refused redo"
  }

  private mutating func submit(_ draft: EntryDraft, _ number: Int) throws -> Bool {
    do {
      _ = try sessions[number].commit(draft, basis: sessions[number].position)
    } catch {
      if case .notWritten = error { throw error }
      return false
    }
    let isWhole = rows.apply(draft.changes.lines)
    try #require(isWhole, "recorded, and its rows were not there: \(draft)")
    return true
  }

  /// Another program adds a posting to the tables where nobody has edited since they were written.
  private mutating func spreadsheet() throws -> String {
    let snapshot = try FolderReader.read(at: folder.path)
    var roster = try #require(snapshot.roster)
    let tables = RosterRows(roster)
    let day = roster.settings.firstDay.advanced(by: acts.number(below: 7))
    let (unit, beat) = (UnitReference(acts.number(below: 20)), BeatReference(acts.number(below: 5)))
    let posting = Assignment(day: day, shift: ShiftReference(1), beat: beat, unit: unit)
    let name = "\(roster.id(unit))"
    func ofUnitDay(_ rows: RosterRows) -> [String] {
      rows.counts.keys.filter { $0.hasPrefix("assignments \(day),") && $0.contains(",\(name),") }.sorted()
    }
    // Conflicts are another test's.
    guard ofUnitDay(tables).isEmpty, ofUnitDay(rows).isEmpty else { return "no spreadsheet" }
    roster.assignments.append(posting)
    try FolderWriter.save(roster, over: snapshot)
    let added = RowChange.posting(PostingChange(PostingName(posting, in: roster), old: nil, new: PostingRemark()))
    rows.apply([added].lines)
    return "spreadsheet"
  }
}
