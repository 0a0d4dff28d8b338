import RosterModel

/// A sort of unit that demand asks for: of a force, with a skill, or any.
struct StaffKind: Hashable {
  /// The force; `nil` for any.
  var force: Force?
  /// The skill or mode; empty for any.
  var skill: String
}

/// The sorts of units that the demand asks for, and wider ones, the narrower first.
///
/// What is asked of a sort is asked of every wider one too. Sorts of one skill and different forces have no unit in
/// common, so their needs add up; sorts of different skills may share units, so the larger need holds.
struct StaffKinds {
  /// The sorts.
  let kinds: [StaffKind]
  /// For each line of the demand the sorts that it asks for directly.
  let ofLine: [[Int]]
  /// For each sort of any force those of the same skill and one force.
  let parts: [[Int]]
  /// For each sort of any skill those of the same force and one skill.
  let narrower: [[Int]]

  /// The sorts of a roster's demand.
  ///
  /// - Parameter rules: where beats bind by their forces, who is asked for on a beat of one force is of that force.
  init(_ frame: RosterFrame, _ rules: BindingRules) {
    let asked = frame.plan.lines.map { StaffKind(force: Self.force(of: $0, frame, rules), skill: $0.skill) }
    var all: Set<StaffKind> = []
    for (kind, line) in zip(asked, frame.plan.lines) {
      for force in Set([kind.force, line.force, nil]) {
        all.insert(StaffKind(force: force, skill: kind.skill))
        all.insert(StaffKind(force: force, skill: ""))
      }
    }
    let kinds = all.sorted { Self.rank($0) < Self.rank($1) }
    self.kinds = kinds
    ofLine = zip(asked, frame.plan.lines).map { kind, line in
      kinds.indices.filter { number in
        let force = kinds[number].force
        guard force == kind.force || force == line.force else { return false }
        return kinds[number].skill.isEmpty || kinds[number].skill == line.skill
      }
    }
    parts = kinds.map { kind in
      kind.force == nil ? kinds.indices.filter { kinds[$0].force != nil && kinds[$0].skill == kind.skill } : []
    }
    narrower = kinds.map { kind in
      kind.skill.isEmpty ? kinds.indices.filter { !kinds[$0].skill.isEmpty && kinds[$0].force == kind.force } : []
    }
  }

  /// The one force that a line can be met by; `nil` where there may be several.
  private static func force(of line: DemandLine, _ frame: RosterFrame, _ rules: BindingRules) -> Force? {
    guard line.force == nil, rules.beats.contains(where: { $0 == ForceNotAllowedOnBeat.self }), let beat = line.beat,
      beat.isKnown
    else { return line.force }
    let forces = frame.roster.beats[beat.index].forces.forces
    return forces.count == 1 ? forces[0] : nil
  }

  private static func rank(_ kind: StaffKind) -> (Int, Int, String) {
    ((kind.force == nil ? 2 : 0) + (kind.skill.isEmpty ? 1 : 0), kind.force?.index ?? -1, kind.skill)
  }
}
