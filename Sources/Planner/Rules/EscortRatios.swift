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
        func count(_ forces: ForceSet) -> (Int, Int) -> (Need, outside: Int) {
          { day, tile in
            let counts = forces.forces.map {
              standing.count(of: $0, beat: BeatReference(beat), day: context.calendar.day(day), tile: tile)
            }
            return (.none, counts.reduce(0, +))
          }
        }
        let limited = cover.addLine(count(ForceSet([escort.force])))
        let by = cover.addLine(count(escort.by))
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
