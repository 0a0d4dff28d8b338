import Coverage
import RosterModel
import Screen

/// Everything the desk knows: the roster, the screen that is open, where its cursor is, and what is being asked.
///
/// A value that knows no terminal, no files, no threads and no clock. `update` makes the next one, `view` draws it.
public struct Model: Sendable {
  var document: Document
  /// The lines of the grid.
  var board: Board
  /// What reading the folder found; rows that could not be read are in it.
  var readingFindings: [Finding]
  /// The rows that could not be used.
  var unusable: UnusableRows
  /// Whether nothing may be changed; there is no message that clears it.
  public let isReadOnly: Bool
  /// The duty day and tile that it is now.
  var now: DutyMoment
  /// The same in minutes since 1970-01-01 00:00 UTC.
  var nowMinutes: Int
  var size: Size

  var screen = Context.grid
  /// The screens left by going deeper, to come back to.
  var trail: [Context] = []
  var prompt: Prompt?
  /// The keys of a sequence that is not complete.
  var typed: [Key] = []
  var notice: Notice?
  /// What was searched for last.
  var search = Search()
  /// What was done, and what of it the journal holds.
  var acts: ActState
  /// The cells that acts touch which the journal has not acknowledged.
  var pendingCells: Set<CellPlace> = []
  /// Where others are.
  var visitors: [Visitor] = []
  /// The place that was told to the other desks last.
  var toldPlace = ""
  /// What others have done, and how many of their entries it stands for.
  var othersNotice: Notice?
  var untold = 0

  /// The token of the wait asked for last.
  var restToken = 0

  var grid = GridState()
  var city = CityState()
  var gaps = GapsState()
  var findings = FindingsState()
  var plan = PlanState()
  var history = HistoryState()
  var help = HelpState()

  /// What each unit is found by, made when it is first needed.
  var haystacks: [Haystack] = []

  /// Effects not yet handed out.
  private(set) var outbox: [Effect] = []

  /// The desk as it opens.
  public init(_ opening: Opening) {
    document = Document(opening.roster)
    board = Board(document.frame)
    readingFindings = opening.readingFindings
    unusable = opening.unusable
    isReadOnly = opening.isReadOnly
    acts = ActState(opening)
    now = DutyMoment(at: opening.now, opening.roster.settings)
    nowMinutes = opening.now
    size = opening.size
    grid.line = board.lines.firstIndex { if case .beat = $0 { true } else { false } } ?? 0
    grid.column = document.column(now.day, tile: now.tile) ?? 0
    if let notice = opening.notice { say(.note, notice) }
    if let reason = whyReadOnly, !isReadOnly { say(.failed, "Read-only: \(reason)") }
    announceReading()
    settle()
  }

  /// The roster as it stands, what is pending included.
  public var roster: Roster { document.roster }

  /// Where keys are read now.
  public var context: Context { prompt?.context ?? screen }

  /// Asks for something of whoever runs the desk.
  mutating func emit(_ effect: Effect) { outbox.append(effect) }

  /// Hands out what was asked for.
  mutating func drainOutbox() -> [Effect] {
    defer { outbox = [] }
    return outbox
  }

  /// Tells the dispatcher something on the line of notices.
  mutating func say(_ kind: Notice.Kind, _ text: String) { notice = Notice(kind: kind, text: text) }

  /// How many places of the folder could not be read.
  var readingErrors: Int { readingFindings.count { $0.severity == .error } }

  private mutating func announceReading() {
    let errors = readingErrors
    guard errors > 0 else { return }
    trail = [.grid]
    screen = .findings
    refreshFindings()
    let rows = errors == 1 ? "1 place of the folder" : "\(errors) places of the folder"
    say(.failed, "\(rows) could not be read: listed here. What could be read is open; bad rows are kept as they are.")
  }
}
