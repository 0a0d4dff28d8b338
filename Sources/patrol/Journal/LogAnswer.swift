import Journal
import RosterModel
import Screen

/// What `patrol log` answers.
struct LogAnswer {
  /// The acts, in the order of recording, and what is damaged among them.
  var records: [EntryRecord]
  /// What of all acts the roster does not have, because its tables were edited by another program, and nobody has settled.
  var conflicts: [ReplayConflict]
  /// The settings of the roster, for its zone.
  var settings: RosterSettings
  /// Whether the account, the machine and the terminal of each act are told to people; programs are always told.
  var showsOrigin = false

  /// How many changes of an act are listed for people; programs get all.
  private static let mostChanges = 20

  /// Whether something is damaged that no repair has let stand.
  var isDamaged: Bool {
    records.contains { if case .broken(let broken) = $0 { broken.mendedBy == nil } else { false } }
  }

  /// The answer for people: a line an act, and under it what it changed.
  var text: String { records.map { lines($0).map(\.shown).joined(separator: "\n") }.joined(separator: "\n") }

  private func lines(_ record: EntryRecord) -> [String] {
    switch record {
    case .sound(let entry): return lines(entry)
    case .broken(let broken):
      var head = "\(broken.position.number)  damaged: \(broken)"
      if let repair = broken.mendedBy { head += " (let stand by entry \(repair.number))" }
      guard let entry = broken.says else { return [head] }
      head += broken.fault == .sealLost ? ":" : "; what stands there now:"
      return [head] + lines(entry).map { "    " + $0 }
    }
  }

  private func lines(_ entry: JournalEntry) -> [String] {
    let draft = entry.draft
    var lines = [ActText.head(entry, in: settings, showsOrigin: showsOrigin)]
    lines += draft.changes.prefix(Self.mostChanges).map { "    " + ChangeText.line($0) }
    if draft.changes.count > Self.mostChanges {
      lines.append("    ... and \(draft.changes.count - Self.mostChanges) more")
    }
    lines += draft.mended.map { "    let stand: \($0)" }
    return lines + missing(of: entry)
  }

  /// What the roster does not have of an act.
  private func missing(of entry: JournalEntry) -> [String] {
    let missing = conflicts.filter { $0.position == entry.position }
    let more = missing.count - Self.mostChanges
    return missing.prefix(Self.mostChanges).map { conflict in
      let change = ChangeText.line(conflict.change)
      return conflict.fault == .takenAway
        ? "    not in the tables any more: \(change)" : "    not made: \(change): \(conflict.fault.words)"
    } + (more > 0 ? ["    ... and \(more) more"] : [])
  }
}

/// An act in a line: its number, when, who, what and why.
enum ActText {
  /// The line; what it quotes from the roster is not made harmless for a terminal yet.
  static func head(_ entry: JournalEntry, in settings: RosterSettings, showsOrigin: Bool = false) -> String {
    let draft = entry.draft
    var head = "\(entry.position.number)  \(JournalTime.text(entry.at, in: settings))  "
    head += who(entry.author, showsOrigin: showsOrigin) + "  "
    head += draft.kind.position.map { "\(draft.kind.word) of \($0.number): " } ?? ""
    head += draft.name
    if draft.isForced { head += " (forced)" }
    if !draft.reason.isEmpty { head += ": \(draft.reason)" }
    return head
  }

  /// The person, and the account where that has another name.
  private static func who(_ author: Author, showsOrigin: Bool) -> String {
    guard let origin = author.origin else { return author.person + (showsOrigin ? " (account not noted)" : "") }
    if showsOrigin {
      let terminal = origin.terminal.isEmpty ? "no terminal" : origin.terminal
      return "\(author.person) (\(origin.user)@\(origin.host), \(terminal))"
    }
    return author.person + (origin.user == author.person ? "" : " (\(origin.user)@\(origin.host))")
  }
}

extension LogAnswer {
  /// The answer of acts that were just recorded.
  init(entries: [JournalEntry], settings: RosterSettings) {
    self.init(records: entries.map(EntryRecord.sound), conflicts: [], settings: settings)
  }
}

/// A change of a row in a line: `+` what was added, `-` what was taken away, `~` what was remarked otherwise.
enum ChangeText {
  /// The line; what it quotes from the roster is not made harmless for a terminal yet.
  static func line(_ change: RowChange) -> String {
    switch change {
    case .posting(let change):
      let sign = change.isAdded ? "+" : change.isRemoved ? "-" : "~"
      let words = change.isAdded || change.isRemoved ? nil : change.old
      return sign + name(change.posting) + remark(change.new ?? change.old, after: words)
    case .absence(let change):
      return "\(sign(change.isAdded))absent \(change.unit) \(change.days)\(change.shift.map { " " + $0 } ?? "") "
        + change.reason.rawValue
    case .publication(let change):
      return "\(sign(change.isAdded))publication \(change.district) \(change.day) at \(change.at) by \(change.by)"
    case .published(let posting, let isAdded): return "\(sign(isAdded))published \(name(posting))"
    case .manoeuvre(let change):
      let words = change.kind.words(at: change.at, beat: change.beat)
      return "\(sign(change.isAdded))\(change.day) \(change.shift) \(change.unit) \(words)"
        + (change.reason.isEmpty ? "" : ": \(change.reason)")
    case .call(let change):
      return
        "\(sign(change.isAdded))called \(change.unit) for \(change.day) \(change.shift) \(change.beat) at \(change.at): "
        + change.answer.words + (change.note.isEmpty ? "" : " ('\(change.note)')")
    }
  }

  private static func sign(_ isAdded: Bool) -> String { isAdded ? "+" : "-" }

  private static func name(_ posting: PostingName) -> String {
    "\(posting.day) \(posting.shift) \(posting.beat) \(posting.unit)"
  }

  private static func remark(_ remark: PostingRemark?, after old: PostingRemark?) -> String {
    guard let remark else { return "" }
    let lock = remark.isLocked ? "locked" : old?.isLocked == true ? "unlocked" : ""
    let note = remark.note.isEmpty && (old?.note ?? "").isEmpty ? "" : "'\(remark.note)'"
    let words = [lock, note].filter { !$0.isEmpty }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }
}

/// The times of the journal, for people.
enum JournalTime {
  /// A time as `2026-12-05 03:12:07`, in the roster's zone.
  ///
  /// - Parameter time: in milliseconds since 1970-01-01 00:00 UTC.
  static func text(_ time: Int64, in settings: RosterSettings) -> String {
    let seconds = Int(time / 1_000)
    let local = settings.zone.local(at: Int((Double(seconds) / 60).rounded(.down)))
    let second = ((seconds % 60) + 60) % 60
    return "\(local.day) \(ClockTime(minutes: local.minutes)):\(second < 10 ? "0" : "")\(second)"
  }
}
