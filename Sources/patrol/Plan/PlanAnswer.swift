import Coverage
import Dispatch
import Planner
import RosterModel
import Screen

/// What a plan came to, for people and programs; the same for the same plan, so it holds no times.
struct PlanAnswer: Encodable {
  struct Part: Encodable {
    var name: String
    var cost: Int
  }

  /// A unit that the plan left as it is, on one day or at all.
  struct LeftAlone: Encodable {
    var unit: String
    var day: String?
    var reason: String

    init(_ note: PlanNote, in roster: Roster) {
      switch note {
      case .unknownRegime(let unit): (self.unit, reason) = (roster.id(unit), "unknown-regime")
      case .breaksRules(let unit): (self.unit, reason) = (roster.id(unit), "breaks-rules-already")
      case .noBeat(let unit): (self.unit, reason) = (roster.id(unit), "no-beat")
      case .doublePosting(let unit, let day):
        (self.unit, reason) = (roster.id(unit), "posted-twice")
        self.day = day.description
      case .tooManyDoublePostings(let unit): (self.unit, reason) = (roster.id(unit), "too-many-double-postings")
      }
    }
  }

  /// The version of the shape, for programs; a minor version only adds fields.
  let formatVersion = "1.2"
  var gaps: Int
  var shortfall: Int
  /// Units that every plan leaves below target, those below minimum included; 0 where none is proven.
  var shortBound: Int
  var cost: Int
  var bound: Int
  /// How far the cost may be above the best possible, in per mille, where that is proven.
  var excessPerMille: Int?
  var costParts: [Part]
  var added: Int
  var removed: Int
  /// Of the gaps how many are on published days and in shifts that have begun, where a plan changes nothing.
  var gapsInPublishedDays = 0
  var gapsInShiftsBegun = 0
  /// Units' days that others have changed meanwhile, and so stay as they are.
  var leftOut: Int
  /// Units' days that were planned again because of what others have changed.
  var plannedAgain: Int
  /// Whether the search was ended by Ctrl-C: this is the best plan until then.
  var isInterrupted: Bool
  /// Whether the plan is in the journal, or its copy is written.
  var isApplied: Bool
  /// Whether the act was recorded before it was asked for this time.
  var isRepeat: Bool
  var leftAlone: [LeftAlone]
  var writtenTo: String?
  /// The number of the act that the plan is in the journal; `nil` for a copy, and where nothing was to change.
  var entry: Int64?

  init(_ record: PlanRecorder.Record, target: String?, isInterrupted: Bool) {
    let proposal = record.proposal
    gaps = proposal.gaps
    shortfall = proposal.shortfall
    shortBound = proposal.shortBound
    cost = proposal.cost.total
    bound = proposal.bound
    excessPerMille = proposal.excessPerMille
    costParts = proposal.cost.parts.map { Part(name: $0.name, cost: $0.cost) }
    added = record.added
    removed = record.removed
    leftOut = record.leftOut
    plannedAgain = record.plannedAgain
    self.isInterrupted = isInterrupted
    leftAlone = proposal.notes.map { LeftAlone($0, in: record.roster) }
    writtenTo = target
    entry = record.act?.entry.position.number
    isApplied = record.deed != nil
    isRepeat = record.act?.isRepeat == true
  }

  var text: String {
    var lines = [
      "gaps       \(gaps) units below minimum, \(shortfall) below target"
        + (shortBound > 0 ? "; every plan leaves at least \(shortBound) short" : ""),
      "changes    \(added) assignments added, \(removed) taken away",
      "cost       \(cost)"
        + (costParts.isEmpty ? "" : " = \(costParts.map { "\($0.name) \($0.cost)" }.joined(separator: " + "))"),
      "bound      " + (bound > 0 ? "no plan costs less than \(bound)" : "0: no better one is proven")
        + (excessText.map { ": this one is at most \($0) above the best possible" } ?? ""),
    ]
    if leftOut > 0 || plannedAgain > 0 {
      lines.append(
        "meanwhile  \(PlanRecorder.Record.days(leftOut)) left out, as others have changed them; \(plannedAgain) planned again"
      )
    }
    if let writtenTo { lines.append("written to \(writtenTo.shown)" + (entry.map { ", entry \($0)" } ?? "")) }
    return lines.joined(separator: "\n")
  }

  private var excessText: String? {
    excessPerMille.map { "\($0 / 10).\($0 % 10) %" }
  }
}

/// What a plan left as it is, in words.
enum PlanNoteText {
  /// One line a kind of note, with the first few it is about.
  static func lines(_ notes: [PlanNote], in roster: Roster) -> [String] {
    var regimes: [String] = []
    var wrong: [String] = []
    var beatless: [String] = []
    var doubled: [String] = []
    var tangled: [String] = []
    for note in notes {
      switch note {
      case .unknownRegime(let unit): regimes.append(roster.id(unit))
      case .breaksRules(let unit): wrong.append(roster.id(unit))
      case .noBeat(let unit): beatless.append(roster.id(unit))
      case .doublePosting(let unit, let day): doubled.append("\(roster.id(unit)) on \(day)")
      case .tooManyDoublePostings(let unit): tangled.append(roster.id(unit))
      }
    }
    return [
      line(regimes, "not planned, because their regime is not known"),
      line(wrong, "left as they are, because their postings break a rule already"),
      line(beatless, "not planned, because there is no beat they may hold"),
      line(doubled, "left as they are, because they are posted twice"),
      line(tangled, "left as they are, because of too many different double postings"),
    ].compactMap { $0 }
  }

  private static func line(_ names: [String], _ what: String) -> String? {
    guard !names.isEmpty else { return nil }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return "\(names.count) units \(what): \(names.prefix(5).joined(separator: ", ").shown)\(more)"
  }
}

/// Draws where a plan stands over one line of standard error, four times a second, where that is a terminal.
final class ProgressLine {
  private let timer: any DispatchSourceTimer
  private let queue = DispatchQueue(label: "progress")
  private let streams: StandardStreams

  /// - Parameter what: what is being done, in words.
  init(_ control: PlanControl, _ streams: StandardStreams, what: String = "planning") {
    self.streams = streams
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + 0.25, repeating: 0.25)
    timer.setEventHandler {
      guard let progress = control.progress else {
        streams.progress("\(what): compiling the roster")
        return
      }
      var line = "\(what): \(Int(progress.elapsed)) s, \(progress.gaps) gaps left, \(progress.shortfall) below target"
      line += ", cost \(progress.cost)"
      if progress.bound > 0 { line += " (bound \(progress.bound))" }
      streams.progress(line + "; Ctrl-C keeps the best so far")
    }
  }

  /// Begins to draw.
  func start() {
    if streams.complainsToTerminal { timer.resume() } else { timer.activate() }
  }

  /// Ends drawing and clears the line, once no drawing is under way.
  func stop() {
    timer.cancel()
    queue.sync { streams.progress("") }
  }
}

/// The gaps that a plan leaves because it changes nothing there.
struct FirmGaps {
  /// On published days, and in shifts that have begun.
  private(set) var published = 0
  private(set) var begun = 0

  init(of record: PlanRecorder.Record, _ scope: PlanScope) {
    guard record.proposal.gaps > 0 else { return }
    var grid = CoverageGrid(record.proposal.change.applied(to: record.roster))
    grid.now = scope.now
    let roster = grid.frame.roster
    let days = Set(roster.publications.map { DistrictDay(district: $0.district, day: $0.day) })
    for state in grid.gaps() where scope.contains(state.square, in: grid.frame) {
      if grid.hasBegun(state.square) {
        begun += state.gap
      } else if let district = roster.district(of: grid.frame.plan.lines[state.square.line].place),
        days.contains(DistrictDay(district: district, day: state.square.day))
      {
        published += state.gap
      }
    }
  }

  /// What is left as it is, and what to do.
  var lines: [String] {
    var lines: [String] = []
    if published > 0 {
      lines.append(
        "\(published) missing on published days, which a plan leaves as they are: `patrol repair --published --reason TEXT` "
          + "mends them")
    }
    if begun > 0 {
      lines.append("\(begun) missing in shifts that have begun, which a plan leaves as they were worked")
    }
    return lines
  }
}
