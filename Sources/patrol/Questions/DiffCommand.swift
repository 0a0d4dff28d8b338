import ArgumentParser
import RosterFolder
import RosterModel
import Screen

/// `patrol diff`: what changed between two rosters.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed from one roster to another, by cell and by unit.",
    discussion: """
      Rosters are compared by their ids: the order of rows is no difference. Of tables other than assignments and \
      absences the numbers of rows are told. Exit code 1 where the rosters differ.

      For example:
        patrol diff yesterday today
      """)

  @Argument(help: ArgumentHelp("The old roster folder.", valueName: "old"), completion: .directory) var old: String
  @Argument(help: ArgumentHelp("The new roster folder.", valueName: "new"), completion: .directory) var new: String
  @Option(help: "How to write the answer.") var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  func run() throws {
    let streams = quiet.streams
    let before = try RosterArgument.readRoster(at: old, streams)
    let after = try RosterArgument.readRoster(at: new, streams)
    let answer = DiffAnswer(from: before.roster, to: after.roster)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer, from: before.reading.wholeness, after.reading.wholeness))
    }
    if !before.reading.wholeness.isWhole || !after.reading.wholeness.isWhole { throw ExitStatus.incomplete }
    if !answer.isEmpty { throw ExitStatus.no }
  }
}

/// What `patrol diff` and `patrol import` answer: what changed, for people and programs.
struct DiffAnswer {
  /// The postings and absences that differ.
  var difference: RosterDifference
  /// Rows of other tables that differ, by table.
  var tables: [TableDifference]
  /// Whether the values of `roster.toml` differ.
  var settingsDiffer: Bool
  /// What the units are called, by id; the new roster's word before the old one's.
  var callsigns: [String: String]

  /// What changed from one roster to another.
  init(from old: Roster, to new: Roster) {
    difference = RosterDifference(from: old, to: new)
    tables = RosterTable.allCases.filter { $0 != .assignments && $0 != .absences }
      .compactMap { TableDifference($0, from: old, to: new) }
    settingsDiffer = old.settings != new.settings
    callsigns = [:]
    for unit in old.units + new.units { callsigns[unit.id] = unit.callsign }
  }

  /// What a step changes in the postings and absences of a roster; O(edits + units).
  init(of step: EditStep, in roster: Roster) {
    difference = RosterDifference(of: step, in: roster)
    tables = []
    settingsDiffer = false
    callsigns = [:]
    for unit in roster.units { callsigns[unit.id] = unit.callsign }
  }

  /// Whether nothing differs.
  var isEmpty: Bool { difference.isEmpty && tables.isEmpty && !settingsDiffer }

  /// How many postings were added, taken away and changed.
  var counts: (added: Int, removed: Int, changed: Int) {
    let added = difference.postings.count(where: \.isAdded)
    let removed = difference.postings.count(where: \.isRemoved)
    return (added, removed, difference.postings.count - added - removed)
  }
}

extension DiffAnswer {
  /// The answer for people, safe for a terminal whatever the rosters hold; empty where nothing differs.
  ///
  /// `+` is what the new roster has, `-` what the old one had, `~` what both have and remark differently.
  var text: String {
    guard !isEmpty else { return "" }
    return (cellLines + unitLines + tableLines + [summary]).joined(separator: "\n")
  }

  /// One line with the figures.
  var summary: String {
    let counts = counts
    return "\(counts.added) postings added, \(counts.removed) taken away, \(counts.changed) remarked; "
      + "\(difference.units.count) units"
  }

  private var cellLines: [String] {
    difference.cells.map { cell in
      let changes = cell.changes.map { mark($0) + named($0.posting.unit) + remark($0) }
      return "\(cell.day) \(cell.shift) \(cell.beat): \(changes.joined(separator: ", "))".shown
    }
  }

  private var unitLines: [String] {
    difference.units.map { unit in
      let postings = unit.changes.map { "\(mark($0))\($0.posting.day) \($0.posting.shift) \($0.posting.beat)" }
      let absences = unit.absences.map { absence in
        let shift = absence.shift.map { " " + $0 } ?? ""
        return "\(absence.isAdded ? "+" : "-")\(absence.reason.rawValue) \(absence.days)\(shift)"
      }
      return "unit \(named(unit.unit)): \((postings + absences).joined(separator: ", "))".shown
    }
  }

  private var tableLines: [String] {
    tables.map { "\($0.table.file): \($0.added) rows added, \($0.removed) taken away, \($0.changed) changed" }
      + (settingsDiffer ? ["roster.toml: settings differ"] : [])
  }

  private func named(_ unit: String) -> String { callsigns[unit].map { "\(unit) \($0)" } ?? unit }

  private func mark(_ change: PostingChange) -> String {
    change.isAdded ? "+" : change.isRemoved ? "-" : "~"
  }

  /// What else is to be said of a change: what an added posting remarks, and what both rosters remark differently.
  private func remark(_ change: PostingChange) -> String {
    guard let new = change.new else { return "" }
    let old = change.old ?? PostingRemark()
    var words: [String] = []
    if old.isLocked != new.isLocked { words.append(new.isLocked ? "locked" : "unlocked") }
    if old.note != new.note { words.append("note '\(old.note)' now '\(new.note)'") }
    return words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
  }
}
