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
  /// More escorted units than stand in one cell.
  private static let anyNumber = 1000

  private struct Key: Hashable {
    var escort: Int
    var beat: Int
  }

  private let escorts: [EscortRule]
  private var lines: [Key: (limited: Int, by: Int)] = [:]

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
        lines[Key(escort: number, beat: beat)] = (limited, by)
        cover.ratios += Self.ratios(limited, by, atMost: escort.atMost, present: present, share: share)
      }
    }
  }

  /// The lines that a posting of the force to the beat counts in for escorts.
  func lines(of beat: Int, force: Force) -> [Int] {
    escorts.indices.flatMap { number -> [Int] in
      guard let pair = lines[Key(escort: number, beat: beat)] else { return [] }
      if escorts[number].force == force { return [pair.limited] }
      return escorts[number].by.contains(force) ? [pair.by] : []
    }
  }

  /// Adds the line that counts the escorted units of a beat, and the one that counts their escorts.
  ///
  /// Where the roster breaks the rule already, whose postings there all stay as they are, they are given as many escorts as they
  /// lack, and no further escorted unit is let in: so the engine sees nothing broken that it could trade for another break.
  private static func addLines(
    _ escort: EscortRule, _ beat: BeatReference, _ context: PlanContext, _ standing: CoverageGrid,
    _ cover: inout CoverTable
  ) -> (limited: Int, by: Int) {
    func count(_ forces: [Force], in grid: CoverageGrid, _ day: Int, _ tile: Int) -> Int {
      forces.map { grid.count(of: $0, beat: beat, day: context.calendar.day(day), tile: tile) }.reduce(0, +)
    }
    func lacking(_ day: Int, _ tile: Int) -> Int {
      let escorted = count([escort.force], in: context.current, day, tile)
      let most = max(1, min(escort.atMost, anyNumber))
      return max(0, (escorted + most - 1) / most - count(escort.by.forces, in: context.current, day, tile))
    }
    let tiles = context.frame.tiles
    let isWrong = context.calendar.period.contains { day in (0..<tiles).contains { lacking(day, $0) > 0 } }
    let limited = cover.addLine { day, tile in (.none, count([escort.force], in: standing, day, tile)) }
    let by = cover.addLine { day, tile in
      (.none, count(escort.by.forces, in: standing, day, tile) + (isWrong ? lacking(day, tile) : 0))
    }
    if isWrong {
      let room = cover.addLine { day, tile in
        (.none, lacking(day, tile) > 0 ? count([escort.force], in: context.current, day, tile) : CoverTable.plenty)
      }
      cover.ratios.append(Ratio(limited: limited, by: room, factor: 1))
    }
    return (limited, by)
  }

  /// The two rules as ratios.
  ///
  /// A share that binds harder than presence would allow lone volunteers but not too many beside an escort, which no
  /// ratio says; there the plan is stricter than the rules and keeps the share everywhere.
  private static func ratios(_ limited: Int, _ by: Int, atMost: Int, present: Strength?, share: Strength?) -> [Ratio] {
    var ratios: [Ratio] = []
    if let share { ratios.append(Ratio(limited: limited, by: by, factor: min(atMost, anyNumber), strength: share)) }
    if let present, present != share {
      ratios.append(Ratio(limited: limited, by: by, factor: anyNumber, strength: present))
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
