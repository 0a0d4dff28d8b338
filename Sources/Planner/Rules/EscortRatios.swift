import Coverage
import RosterEngine
import RosterModel

/// A volunteer is never alone: where no escort stands, no escorted unit stands.
enum EscortPresent: PlannedRule {
  static let rule = "volunteer-without-escort"
}

/// Not too many volunteers for their escorts.
enum EscortShare: PlannedRule {
  static let rule = "too-many-volunteers-per-escort"
}

/// The escort rules of a roster as ratios of two lines a beat.
struct EscortRatios {
  private struct Key: Hashable {
    var escort: Int
    var beat: Int
  }

  /// The lines of one beat and rule.
  private struct Lines {
    /// Those that count the escorted units.
    var escorted: [Int]
    /// The one that counts their escorts.
    var escorts: Int
  }

  private let escorts: [EscortRule]
  private var lines: [Key: Lines] = [:]

  /// Makes the lines of every planned beat on which an escorted unit may come to stand.
  ///
  /// - Parameter standing: the grid of the postings that are not planned.
  init(_ context: PlanContext, beats: BeatsByPlace, standing: CoverageGrid, _ cover: inout CoverTable) {
    escorts = context.roster.settings.escorts
    let present = context.strengths.strength(of: EscortPresent.rule)
    let share = context.strengths.strength(of: EscortShare.rule)
    guard present != nil || share != nil else { return }
    let isForceRuleHard = context.strengths.strength(of: ForcesOfBeatLimit.rule) == .hard
    let standingForces = Self.forces(standing, context)
    for (number, escort) in escorts.enumerated() {
      for beat in beats.all {
        guard
          !isForceRuleHard || context.roster.beats[beat].forces.contains(escort.force)
            || standingForces[beat].contains(escort.force)
        else { continue }
        let (limited, by) = Self.addLines(escort, BeatReference(beat), context, standing, &cover)
        cover.ratios += Self.ratios(limited, by, atMost: escort.atMost, present: present, share: share)
        var escorted = [limited]
        if let full = Self.addFullLine(escort, BeatReference(beat), context, standing, &cover) { escorted.append(full) }
        lines[Key(escort: number, beat: beat)] = Lines(escorted: escorted, escorts: by)
      }
    }
  }

  /// The lines that a posting of the force to the beat counts in for escorts.
  func lines(of beat: Int, force: Force) -> [Int] {
    escorts.indices.flatMap { number -> [Int] in
      guard let pair = lines[Key(escort: number, beat: beat)] else { return [] }
      if escorts[number].force == force { return pair.escorted }
      return escorts[number].by.contains(force) ? [pair.escorts] : []
    }
  }

  /// Adds the line that counts the escorted units of a beat, and the one that counts their escorts.
  ///
  /// Where the roster breaks the rule already, all postings stay as they are; there they are given as many escorts as
  /// they lack, so that the engine sees nothing broken that it could trade for another break.
  private static func addLines(
    _ escort: EscortRule, _ beat: BeatReference, _ context: PlanContext, _ standing: CoverageGrid,
    _ cover: inout CoverTable
  ) -> (limited: Int, by: Int) {
    func count(_ forces: [Force], _ day: Int, _ tile: Int) -> Int {
      forces.map { standing.count(of: $0, beat: beat, day: context.calendar.day(day), tile: tile) }.reduce(0, +)
    }
    let limited = cover.addLine { day, tile in (.none, count([escort.force], day, tile)) }
    let by = cover.addLine { day, tile in
      (.none, count(escort.by.forces, day, tile) + lacking(escort, beat, day, tile, context))
    }
    return (limited, by)
  }

  /// Adds a line that lets no further escorted unit into the cells which break the rule already; `nil` where none does.
  private static func addFullLine(
    _ escort: EscortRule, _ beat: BeatReference, _ context: PlanContext, _ standing: CoverageGrid,
    _ cover: inout CoverTable
  ) -> Int? {
    let tiles = 0..<context.frame.tiles
    let isWrong = context.calendar.period.map { day in
      tiles.map { lacking(escort, beat, day, $0, context) > 0 }
    }
    guard isWrong.contains(where: { $0.contains(true) }) else { return nil }
    /// The escorted units that the engine sees itself, as cells that may not change.
    func seen(_ number: Int, _ tile: Int) -> Int {
      let day = context.calendar.day(number)
      return context.current.count(of: escort.force, beat: beat, day: day, tile: tile)
        - standing.count(of: escort.force, beat: beat, day: day, tile: tile)
    }
    let full = cover.addLine { day, tile in
      (.none, isWrong[day][tile] ? max(0, CoverTable.largestFactor - seen(day, tile)) : 0)
    }
    let room = cover.addLine { _, _ in (.none, 1) }
    cover.ratios.append(Ratio(limited: full, by: room, factor: CoverTable.largestFactor))
    return full
  }

  /// How many more escorts the roster as it is would need in a cell.
  private static func lacking(
    _ escort: EscortRule, _ beat: BeatReference, _ day: Int, _ tile: Int, _ context: PlanContext
  ) -> Int {
    func count(_ forces: [Force]) -> Int {
      forces.map { context.current.count(of: $0, beat: beat, day: context.calendar.day(day), tile: tile) }
        .reduce(0, +)
    }
    let most = max(1, min(escort.atMost, CoverTable.largestFactor))
    return max(0, (count([escort.force]) + most - 1) / most - count(escort.by.forces))
  }

  /// The two rules as ratios.
  ///
  /// A share that binds harder than presence would allow lone volunteers but not too many beside an escort, which no
  /// ratio says; there the plan is stricter than the rules and keeps the share everywhere.
  private static func ratios(_ limited: Int, _ by: Int, atMost: Int, present: Strength?, share: Strength?) -> [Ratio] {
    var ratios: [Ratio] = []
    if let share {
      ratios.append(Ratio(limited: limited, by: by, factor: min(atMost, CoverTable.largestFactor), strength: share))
    }
    if let present, present != share {
      ratios.append(Ratio(limited: limited, by: by, factor: CoverTable.largestFactor, strength: present))
    }
    return ratios
  }

  private static func forces(_ standing: CoverageGrid, _ context: PlanContext) -> [ForceSet] {
    var forces = [ForceSet](repeating: [], count: context.roster.beats.count)
    for assignment in standing.assignments where assignment.beat.isKnown && assignment.unit.isKnown {
      forces[assignment.beat.index].insert(ForceSet([context.roster.units[assignment.unit.index].force]))
    }
    return forces
  }
}
