import ArgumentParser
import RosterModel
import Screen

/// `patrol call`: notes that a unit was phoned, and what it answered.
struct CallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Note that a unit was phoned for a cell, and what it answered.",
    discussion: """
      `patrol who` lists whom to phone, when each was called last and what was answered; who said no is not offered again \
      that duty day. The answer posts nobody: `patrol assign`, or `patrol move-now --called-in` in a running shift, does.

      For example:
        patrol call north --cell b2/today/B --unit u7 --answer no
        patrol call north --cell b2/today/B --unit u9 --answer yes --note "in 30 min"
      """)

  @OptionGroup var folder: RosterArgument
  @Option(help: ArgumentHelp("The cell: beat, duty day and shift.", valueName: "beat/day/shift")) var cell: String
  @Option(help: ArgumentHelp("The unit.", valueName: "id"), completion: .units) var unit: String
  @Option(help: ArgumentHelp("What it answered: yes, no or no-answer.", valueName: "answer"))
  var answer: CallAnswerWord
  @Option(help: ArgumentHelp("A remark.", valueName: "text")) var note: String?
  @OptionGroup var clock: NowOption
  @OptionGroup var why: ReasonOption
  @OptionGroup var options: EditOptions

  func validate() throws {
    if let note { try PlainText.check(note, option: "--note") }
  }

  func run() throws {
    let streams = options.quiet.streams
    let change = try options.change(of: folder.roster, reason: why.reason, at: clock) { _ in
      ["call", cell.lowercased(), unit.lowercased(), answer.rawValue, note ?? ""]
    }
    var words: [String] = []
    let outcome = try change.make(streams) { draft in
      let (roster, settings) = (draft.roster, draft.roster.settings)
      let asked = try CellArgument(cell, now: clock.now, in: roster).question
      guard case .beat(let beat) = asked.place else {
        throw CommandFailure(
          .usage, "--cell: '\(cell.shown)' names no beat. A unit is called to a beat: BEAT/DAY/SHIFT.")
      }
      let now = try DutyClock.given(clock.now, settings: settings) ?? DutyClock.system()
      let call = Call(
        day: asked.day, shift: settings.shifts.tiles[asked.tile], beat: beat, unit: try roster.unit(named: unit),
        at: now.text(in: settings), answer: answer.answer, by: change.person, note: note ?? "")
      let text = "call \(roster.id(call.unit)) for \(roster.id(beat)): \(call.answer.words)"
      words = [
        "\(call.at) \(roster.id(call.unit)) called for \(roster.id(beat))/\(call.day)/\(roster.id(call.shift)): \(call.answer.words)"
      ]
      return EditStep(name: text, edits: roster.edits(noting: call))
    }
    var result = ChangeAnswer(verb: "call", change: change, outcome: outcome)
    if outcome.refusals.isEmpty, !outcome.step.edits.isEmpty { result.remarks = words }
    try result.give(streams, as: options.format)
  }
}

/// What a unit answered, as `--answer` takes it.
enum CallAnswerWord: String, CaseIterable, ExpressibleByArgument {
  case yes, no
  case none = "no-answer"

  /// The same in the roster.
  var answer: Call.Answer {
    switch self {
    case .yes: .yes
    case .no: .no
    case .none: .none
    }
  }
}
