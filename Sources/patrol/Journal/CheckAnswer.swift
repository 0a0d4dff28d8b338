import Journal
import RosterModel
import Screen

/// What `patrol journal check` answers.
struct CheckAnswer {
  /// What was found; `nil` where there is no journal.
  var inspection: JournalInspection?
  /// What the tail file has where there is no journal.
  var orphan: KeptTail?
  /// The settings of the roster, for its zone.
  var settings: RosterSettings

  /// Whether nothing is wrong.
  var isSound: Bool { faults.isEmpty }

  /// What is wrong, a line each.
  var faults: [String] {
    if let orphan {
      return ["the journal is gone: .patrol-tail knows of entries up to \(orphan.end.number)"]
    }
    return inspection?.faults ?? []
  }

  /// The answer for people.
  var text: String {
    var lines = inspection.map(lines) ?? ["there is no journal: the tables are all of the roster"]
    lines.append(isSound ? "sound" : "not sound:")
    lines += faults.map { "  " + $0 }
    return lines.map(\.shown).joined(separator: "\n")
  }

  private func lines(_ found: JournalInspection) -> [String] {
    let audit = found.audit
    let chain = audit.chain
    var rows: [(String, String)] = [
      ("journal", ".patrol/journal.sqlite, format \(audit.format), \(found.size) bytes"),
      ("file", audit.structure.isEmpty ? "sound" : "damaged"),
      ("entries", audit.isChainRead ? entries(chain) : "cannot all be read"),
      ("chain", audit.isChainRead ? chain.unmended.isEmpty ? "sound" : "broken" : "cannot be read"),
    ]
    for broken in chain.broken {
      if let repair = broken.mendedBy { rows.append(("", "\(broken), let stand by entry \(repair.number)")) }
    }
    if audit.isChainRead, chain.last > .start { rows.append(("seal", chain.seal.text)) }
    rows.append(("checkpoints", checkpoints(audit)))
    rows.append(
      ("conflicts", audit.openConflicts == 0 ? "none" : "\(audit.openConflicts), `patrol log --conflicts` lists them"))
    rows.append(("write-ahead", found.log.map(log) ?? "nothing"))
    rows.append(("tail file", audit.isChainRead ? tail(found.tail) : "not compared"))
    for name in found.aside { rows.append(("put aside", ".patrol/" + name)) }
    for name in found.unfinished { rows.append(("left over", ".patrol/" + name)) }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0.0.padded(to: width) + "  " + $0.1 }
  }

  private func entries(_ chain: ChainAudit) -> String {
    guard chain.last > .start else { return "none" }
    let time = chain.at.map { " of " + JournalTime.text($0, in: settings) } ?? ""
    return "\(chain.count), the last is \(chain.last.number)\(time)"
  }

  private func checkpoints(_ audit: JournalAudit) -> String {
    guard let last = audit.lastCheckpoint else { return "none" }
    let state = last.isDone ? "done" : "planned"
    let origin = last.origin == .own ? "" : ", of tables that were edited by another program"
    return
      "\(audit.checkpointCount), the last is \(last.number) through entry \(last.through.number), \(state)\(origin)"
  }

  private func log(_ log: WriteAheadFile) -> String {
    guard log.hasHead else { return "\(log.size) bytes without a head" }
    let rest = log.rest == 0 ? "" : ", \(log.rest) after them unfinished or damaged"
    return "\(log.size) bytes, \(log.frames) pages\(rest)"
  }

  private func tail(_ tail: JournalInspection.TailState?) -> String {
    switch tail {
    case nil: "none"
    case .fits(let anchor): "fits, at entry \(anchor.position.number)"
    case .differs: "does not fit"
    case .unreadable: "unreadable"
    }
  }
}

extension String {
  /// The text with spaces after it, up to a width.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension CheckAnswer: Encodable {
  private struct Entries: Encodable {
    var count: Int
    var last: Int64
    var at: String?
    var milliseconds: Int64?
    var seal: String
  }

  private struct Checkpoints: Encodable {
    var count: Int
    var last: Int64?
    var through: Int64?
    var isDone: Bool?
    var isFromOutside: Bool?
    var damaged: [Int64]
  }

  private struct WriteAhead: Encodable {
    var size: Int
    var pages: Int
    var rest: Int
  }

  private struct Tail: Encodable {
    var position: Int64?
    var seal: String?
    var fault: String?
  }

  private enum Key: String, CodingKey {
    case formatVersion, isSound, faults, format, size, isFileSound, entries, damaged, checkpoints, openConflicts
    case writeAhead, tail, putAside, leftOver
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("1.0", forKey: .formatVersion)
    try container.encode(isSound, forKey: .isSound)
    try container.encode(faults, forKey: .faults)
    guard let found = inspection else { return }
    let (audit, chain) = (found.audit, found.audit.chain)
    try container.encode(audit.format, forKey: .format)
    try container.encode(found.size, forKey: .size)
    try container.encode(audit.structure.isEmpty, forKey: .isFileSound)
    try container.encode(
      Entries(
        count: chain.count, last: chain.last.number, at: chain.at.map { JournalTime.text($0, in: settings) },
        milliseconds: chain.at, seal: chain.seal.text), forKey: .entries)
    let log = LogAnswer(records: chain.broken.map(EntryRecord.broken), conflicts: [], settings: settings)
    try container.encode(log.damaged, forKey: .damaged)
    let last = audit.lastCheckpoint
    try container.encode(
      Checkpoints(
        count: audit.checkpointCount, last: last?.number, through: last?.through.number, isDone: last?.isDone,
        isFromOutside: last.map { $0.origin == .outside }, damaged: audit.brokenCheckpoints), forKey: .checkpoints)
    try container.encode(audit.openConflicts, forKey: .openConflicts)
    try container.encodeIfPresent(
      found.log.map { WriteAhead(size: $0.size, pages: $0.frames, rest: $0.rest) }, forKey: .writeAhead)
    try container.encodeIfPresent(found.tail.map(tail), forKey: .tail)
    try container.encode(found.aside.map { ".patrol/" + $0 }, forKey: .putAside)
    try container.encode(found.unfinished.map { ".patrol/" + $0 }, forKey: .leftOver)
  }

  private func tail(_ state: JournalInspection.TailState) -> Tail {
    switch state {
    case .fits(let anchor): Tail(position: anchor.position.number, seal: anchor.seal.text)
    case .differs(let anchor, let fault):
      Tail(position: anchor.position.number, seal: anchor.seal.text, fault: fault.word)
    case .unreadable: Tail(fault: "unreadable")
    }
  }
}
