import Coverage
import RosterModel

/// Many gaps answered as one: how many of them no plan fills, and the least that would close them.
public struct ManyGaps: Sendable {
  /// The squares below their minimum that were asked about, worst first.
  public let gaps: [SquareState]
  /// How many units every plan leaves missing in them, or else in squares that have them now.
  public let atLeast: Int
  /// The proof of it; `nil` where nothing is proven.
  public let proof: PeriodProof?
  /// How many units are still missing in the best plan found for them as things are; `nil` where none was looked for.
  public let leftByPlanning: Int?
  /// What would close them, what closes most first; each was tried.
  public let remedies: [Remedy]

  /// How many units the gaps lack together.
  public var missing: Int { gaps.reduce(0) { $0 + $1.gap } }
}

/// Something to add or to relax, and what was closed by it when it was tried.
public struct Remedy: Hashable, Sendable {
  /// What is added or relaxed.
  public enum Kind: Hashable, Sendable {
    /// So many more units like one of the roster, of its force, regime, reach and skills, at a home.
    case units(count: Int, like: UnitReference, home: Place)
    /// The most hours of a regime for 28 days, in minutes.
    case hours(regime: RegimeReference, from: Int, to: Int)
    /// A limit of a regime that would not hold, by its key in roster.toml.
    case limit(regime: RegimeReference, key: String)
  }

  /// What is added or relaxed.
  public var kind: Kind
  /// How many units are still missing in the best plan found with it.
  public var left: Int
}

extension FillProver {
  /// Answers many gaps as one.
  ///
  /// - Parameter mostKinds: how many sorts of units are tried.
  public func manyGaps(_ gaps: [SquareState], effort: Effort = Effort(), mostKinds: Int = 3) throws(PlanError)
    -> ManyGaps
  {
    let missing = gaps.reduce(0) { $0 + $1.gap }
    guard missing > 0 else {
      return ManyGaps(gaps: gaps, atLeast: 0, proof: nil, leftByPlanning: 0, remedies: [])
    }
    let finding = try prove(gaps)
    let left = finding.atLeast >= missing ? missing : try fill(gaps, effort: effort)?.missing ?? missing
    let trial = RemedyTrial(self, gaps, left: left, effort)
    return ManyGaps(
      gaps: gaps, atLeast: min(finding.atLeast, missing), proof: finding.proof, leftByPlanning: min(left, missing),
      remedies: left == 0 ? [] : try trial.remedies(mostKinds))
  }
}

/// Tries what could be added or relaxed, each on a copy of the roster.
struct RemedyTrial {
  /// The most units of a sort that are tried.
  private static let mostUnits = 256
  /// By how much the most hours of a regime are raised, in minutes for 28 days.
  private static let hourSteps = [8, 16, 24, 32, 48].map { $0 * 60 }

  /// A unit that there could be more of, and its home.
  private struct Template {
    var like: UnitReference
    var home: Place
  }

  private let prover: FillProver
  private let gaps: [SquareState]
  private let left: Int
  private let effort: FillProver.Effort
  private let roster: Roster

  /// - Parameter left: how many units are missing without any of it.
  init(_ prover: FillProver, _ gaps: [SquareState], left: Int, _ effort: FillProver.Effort) {
    self.prover = prover
    self.gaps = gaps
    self.left = left
    self.effort = effort
    roster = prover.plan.roster
  }

  /// What closes something, what closes most with the least first.
  func remedies(_ mostKinds: Int) throws(PlanError) -> [Remedy] {
    var found: [Remedy] = []
    for template in templates.prefix(mostKinds) + strangers.prefix(mostKinds) {
      if let remedy = try units(like: template) { found.append(remedy) }
    }
    for regime in regimes { if let remedy = try hours(of: regime) { found.append(remedy) } }
    for regime in regimes { found += try limits(of: regime) }
    return
      found
      .filter { $0.left < left }
      .enumerated().sorted { ($0.element.left, $0.offset) < ($1.element.left, $1.offset) }.map(\.element)
  }

  /// Units of the roster that count in what is short, one of each force and regime: the most usual of its sort.
  private var templates: [Template] {
    let lines = Set(gaps.map(\.square.line))
    var usual: [[Int]: [UnitReference]] = [:]
    for number in roster.units.indices {
      let unit = roster.units[number]
      guard unit.regime.isKnown, lines.contains(where: { mayCount(unit, UnitReference(number), in: $0) }) else {
        continue
      }
      usual[[unit.force.index, unit.regime.index], default: []].append(UnitReference(number))
    }
    return usual.values.sorted { ($1.count, $0[0].raw) < ($0.count, $1[0].raw) }.map { units in
      let alike = Dictionary(grouping: units) { reference -> [String] in
        let unit = roster.units[reference.index]
        return [roster.id(unit.home), "\(unit.reach)"] + unit.skills
      }
      let like = alike.values.max { ($0.count, $1[0].raw) < ($1.count, $0[0].raw) }?[0] ?? units[0]
      return Template(like: like, home: roster.units[like.index].home)
    }
  }

  /// Units of the roster that would count in what is short if they were at home there, where nobody who is counts: one
  /// of each force and skill and place.
  private var strangers: [Template] {
    var seen: Set<[String]> = []
    return gaps.compactMap { gap -> Template? in
      let line = prover.grid.frame.plan.lines[gap.square.line]
      let home = line.beat.map { roster.beats[$0.index].place } ?? line.place
      guard
        !roster.units.indices.contains(where: { mayCount(roster.units[$0], UnitReference($0), in: gap.square.line) }),
        seen.insert([line.force?.rawValue ?? "", line.skill, roster.id(home)]).inserted,
        let like = roster.units.indices.first(where: { number in
          let unit = roster.units[number]
          return unit.regime.isKnown && (line.force ?? unit.force) == unit.force
            && (line.skill.isEmpty || unit.has(line.skill))
        })
      else { return nil }
      return Template(like: UnitReference(like), home: home)
    }
  }

  /// Whether a unit could stand somewhere and count in a line.
  private func mayCount(_ unit: Unit, _ number: UnitReference, in line: Int) -> Bool {
    let asked = prover.grid.frame.plan.lines[line]
    return (asked.force == nil || asked.force == unit.force) && (asked.skill.isEmpty || unit.has(asked.skill))
      && roster.beats.indices.contains { beat in
        prover.grid.lines(for: number, on: BeatReference(beat)).contains(line)
          && PlannedRules.postings.allSatisfy { $0.allows(unit, on: roster.beats[beat], in: roster) }
      }
  }

  /// The regimes of units that count in what is short.
  private var regimes: [RegimeReference] {
    var seen: Set<RegimeReference> = []
    return templates.map { roster.units[$0.like.index].regime }.filter { seen.insert($0).inserted }
  }

  /// The fewest more units like one that close all that can be closed by them.
  private func units(like template: Template) throws(PlanError) -> Remedy? {
    func tried(_ count: Int) -> FillProver? { changed { Self.add(count, template, to: &$0) } }
    var known: [Int: Int] = [0: try prover.prove(gaps).atLeast]
    func proven(_ count: Int) throws(PlanError) -> Int {
      if let proven = known[count] { return proven }
      let proven = try tried(count)?.prove(gaps).atLeast ?? .max
      known[count] = proven
      return proven
    }
    // More of them help until the bound falls no further.
    var (low, high) = (0, 1)
    while high < Self.mostUnits, try proven(high) > 0, try proven(high * 2) < proven(high) {
      (low, high) = (high, high * 2)
    }
    let most = try proven(high)
    while high - low > 1 {
      let middle = (low + high) / 2
      if try proven(middle) > most { low = middle } else { high = middle }
    }
    var best: Remedy?
    for count in high...high + 3 {
      guard let missing = try tried(count)?.fill(gaps, effort: effort)?.missing else { return best }
      if missing < best?.left ?? left {
        best = Remedy(kind: .units(count: count, like: template.like, home: template.home), left: missing)
      }
      if missing <= most { break }
    }
    return best
  }

  /// The fewest more hours that close all, else what the most of those tried close.
  private func hours(of regime: RegimeReference) throws(PlanError) -> Remedy? {
    guard let most = roster.settings.regimes[regime.index].maxMinutes else { return nil }
    var best: Remedy?
    for step in Self.hourSteps {
      guard let trial = changed({ $0.settings.regimes[regime.index].maxMinutes = most + step }) else { return best }
      if step != Self.hourSteps.last, try trial.prove(gaps).atLeast > 0 { continue }
      guard let missing = try trial.fill(gaps, effort: effort)?.missing else { return best }
      if missing < best?.left ?? left {
        best = Remedy(kind: .hours(regime: regime, from: most, to: most + step), left: missing)
      }
      if missing == 0 { break }
    }
    return best
  }

  /// Limits of a regime that leave fewer missing where they do not hold.
  private func limits(of regime: RegimeReference) throws(PlanError) -> [Remedy] {
    let all: [(key: String, lift: (inout Regime) -> Bool)] = [
      ("max_hours_per_week", { Self.lift(&$0.maxMinutesPerWeek) }),
      ("max_consecutive_days", { Self.lift(&$0.maxConsecutiveDays) }),
      ("max_consecutive_nights", { Self.lift(&$0.maxConsecutiveNights) }),
      ("weekly_rest_hours", { Self.lift(&$0.weeklyRestMinutes) }),
      ("max_weekends", { Self.lift(&$0.maxWeekends) }),
    ]
    var found: [Remedy] = []
    for (key, lift) in all {
      var isLifted = false
      guard let trial = changed({ isLifted = lift(&$0.settings.regimes[regime.index]) }), isLifted,
        try trial.prove(gaps).atLeast < left, let missing = try trial.fill(gaps, effort: effort)?.missing,
        missing < left
      else { continue }
      found.append(Remedy(kind: .limit(regime: regime, key: key), left: missing))
    }
    return found
  }

  private static func lift(_ limit: inout Int?) -> Bool {
    defer { limit = nil }
    return limit != nil
  }

  private func changed(_ change: (inout Roster) -> Void) -> FillProver? {
    var copy = roster
    change(&copy)
    var grid = CoverageGrid(copy)
    grid.now = prover.grid.now
    return FillProver(grid)
  }

  private static func add(_ count: Int, _ template: Template, to roster: inout Roster) {
    for number in 0..<count {
      var unit = roster.units[template.like.index]
      unit.home = template.home
      unit.id = "+\(number)"
      unit.callsign = ""
      roster.units.append(unit)
    }
  }
}
