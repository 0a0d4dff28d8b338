import Coverage
import RosterModel
import Screen

/// Runs repairs for a verb, ended by Ctrl-C or the clock, and knows what the last one came to.
final class Mender {
  private let options: RepairSearchOptions
  private let interrupts = InterruptWatch {}
  private var last: (repair: Repair, grid: CoverageGrid, inPublished: Int)?

  init(_ options: RepairSearchOptions) { self.options = options }

  /// Whether Ctrl-C was pressed.
  var isInterrupted: Bool { interrupts.isInterrupted }

  /// The best repair that is found of a roster.
  func mend(_ grid: CoverageGrid, _ wish: RepairWish) -> Repair {
    let begun = ContinuousClock.now
    let limit = options.iterations == nil ? Duration.seconds(options.timeLimit) : nil
    let shouldStop = { [interrupts] in
      interrupts.isInterrupted || limit.map { ContinuousClock.now - begun > $0 } == true
    }
    let repair = grid.repair(wish, seed: options.seed, rounds: options.iterations, until: shouldStop)
    var inPublished = 0
    if !repair.left.isEmpty, !wish.changesPublished, !grid.frame.roster.publications.isEmpty {
      var bolder = wish
      bolder.changesPublished = true
      let left = grid.repair(bolder, seed: options.seed, rounds: 0, until: shouldStop).left
      inPublished = max(0, repair.left.lacking(of: wish.level) - left.lacking(of: wish.level))
    }
    last = (repair, grid, inPublished)
    interrupts.stop()
    return repair
  }

  /// What the last repair came to; `nil` where none was made, as for an act that was recorded before.
  var answer: MendingAnswer? {
    last.map { MendingAnswer($0.repair, $0.grid, inPublished: $0.inPublished) }
  }
}

/// What a repair came to, for people and programs.
struct MendingAnswer: Encodable {
  /// A change as a person says it.
  struct Change: Encodable {
    /// `comes`, `moves`, `given-back` or `exchange`.
    var kind: String
    var units: [String]
    /// The postings taken away, and those made.
    var from: [Posting]
    var to: [Posting]
    var words: String
  }

  struct Posting: Encodable {
    var unit: String
    var day: String
    var shift: String
    var beat: String
  }

  /// A square that lacks units still.
  struct Left: Encodable {
    var square: String
    var lacking: Int
  }

  var level: String
  /// How many units were lacking, and still are.
  var lacking: Int
  var left: Int
  var changes: [Change]
  /// How many changes there are, a move counted once, and how many each repair that closes as much needs at the least.
  var count: Int
  var bound: Int
  var isProven: Bool
  /// Who must be told, by id.
  var tell: [String]
  var leftSquares: [Left]
  /// How many units more could be found if published days were changed.
  var leftInPublishedDays: Int
  /// How many units are missing in shifts that have begun, which are left as they are worked.
  var lackingInShiftsBegun: Int
  /// Who must be told, as people call them.
  private var callsigns: [String]

  private enum CodingKeys: String, CodingKey {
    case level, lacking, left, changes, count, bound, isProven, tell, leftSquares, leftInPublishedDays,
      lackingInShiftsBegun
  }

  init(_ repair: Repair, _ grid: CoverageGrid, inPublished: Int) {
    let roster = grid.frame.roster
    let names = ChangeWords(roster)
    level = repair.wish.level.rawValue
    lacking = repair.before.lacking(of: repair.wish.level)
    left = repair.left.lacking(of: repair.wish.level)
    count = repair.count
    bound = repair.bound
    isProven = repair.isProven
    tell = repair.units.map { roster.id($0) }
    callsigns = repair.units.map(names.unit)
    leftInPublishedDays = inPublished
    lackingInShiftsBegun = grid.lackingInShiftsBegun(repair.wish)
    leftSquares = repair.left.map { state in
      Left(square: grid.frame.cellID(state.square), lacking: state.lack(of: repair.wish.level))
    }
    changes = repair.changes.map { Change($0, names) }
  }

  /// For people: the changes, who must be told, what is proven, and what is left.
  var lines: [String] {
    let begun =
      lackingInShiftsBegun == 0
      ? []
      : [
        "\(lackingInShiftsBegun) missing in shifts that have begun, which stay as they are worked: `patrol move-now "
          + "--called-in` brings somebody"
      ]
    if lacking == 0 { return ["nothing is below \(level): there is nothing to repair"] + begun }
    var lines = changes.map(\.words)
    if !callsigns.isEmpty { lines += ["to be told: " + callsigns.joined(separator: ", ")] }
    lines.append(verdict)
    if left > 0 {
      let squares = leftSquares.prefix(5).map { "\($0.square) (\($0.lacking))" }.joined(separator: ", ")
      let more = leftSquares.count > 5 ? " and \(leftSquares.count - 5) more" : ""
      lines.append("still below \(level): \(squares)\(more); `patrol why` says what keeps them so")
    }
    if leftInPublishedDays > 0 {
      lines.append(
        "\(leftInPublishedDays) of them could be closed in published days: --published --reason TEXT")
    }
    return lines + begun
  }

  private var verdict: String {
    let closed = lacking - left
    let what = "\(closed) of \(lacking) missing unit\(lacking == 1 ? "" : "s") found with \(Self.words(count))"
    if count == 0 { return "no way was found to close any of the \(lacking) missing" }
    if isProven { return left == 0 ? "\(what); no repair has fewer" : "\(what); none that closes these has fewer" }
    return bound > 0 ? "\(what); every repair needs at least \(bound)" : what
  }

  private static func words(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }
}

extension MendingAnswer.Change {
  init(_ change: PairedChange, _ names: ChangeWords) {
    let posting = { (posting: Assignment) in
      MendingAnswer.Posting(
        unit: names.roster.id(posting.unit), day: "\(posting.day)", shift: names.roster.id(posting.shift),
        beat: names.roster.id(posting.beat))
    }
    switch change {
    case .comes(let to): (kind, from, self.to) = ("comes", [], [posting(to)])
    case .moves(let from, let to): (kind, self.from, self.to) = ("moves", [posting(from)], [posting(to)])
    case .givenBack(let from): (kind, self.from, to) = ("given-back", [posting(from)], [])
    case .exchange(let one, let other, let postings):
      kind = "exchange"
      from = postings.map(posting)
      to = postings.map { old in
        var taken = old
        taken.unit = old.unit == one ? other : one
        return posting(taken)
      }
    }
    units = change.units.map { names.roster.id($0) }
    words = names.words(change)
  }
}

/// Changes of who stands where in the words of a dispatcher: `Burgut-13: free → Metro bekati, Thu 10 Dec B`.
struct ChangeWords {
  let roster: Roster

  init(_ roster: Roster) { self.roster = roster }

  func words(_ change: PairedChange) -> String {
    switch change {
    case .comes(let posting): "\(unit(posting.unit)): free → \(place(posting))"
    case .moves(let from, let to): "\(unit(from.unit)): \(place(from)) → \(place(to))"
    case .givenBack(let posting): "\(unit(posting.unit)): \(place(posting)) → free"
    case .exchange(let one, let other, let postings):
      "\(unit(one)) and \(unit(other)) exchange "
        + postings.sorted { ($0.day, $0.shift) < ($1.day, $1.shift) }.map(place).joined(separator: " and ")
    }
  }

  /// A unit by its callsign, or its id where it has none.
  func unit(_ unit: UnitReference) -> String {
    let row = roster.units[unit.index]
    return row.callsign.isEmpty ? row.id : row.callsign
  }

  private func place(_ posting: Assignment) -> String {
    let beat = roster.beats[posting.beat.index]
    return "\(beat.name.isEmpty ? beat.id : beat.name), \(DayWords.short(posting.day)) \(roster.id(posting.shift))"
  }
}
