import RosterModel

/// CAP001: demand that no plan can meet, whoever is posted where.
enum NotEnoughUnits: RosterRule {
  static let info = RuleInfo(
    id: "CAP001", name: "not-enough-units", severity: .warning,
    summary:
      "A place needs more units of a sort than could stand there, even if all of them worked as much as they may.",
    reason:
      "It is known before anything is planned: what places need at the least is counted against the units that may stand there "
      + "by force, needs and reach, are not absent, and keep their regime; units that may stand only beside an escort are "
      + "no help where the escorts are lacking. Of the rules only those that are errors everywhere are used, and postings "
      + "there are do not matter. A finding is a proof that gaps will be left; its "
      + "absence proves nothing. It is a warning, because the gaps themselves are errors. Find more units, widen their "
      + "reach or regime, or lower the minimum.",
    source: "Counting of hours and heads: Hall's condition for the narrowest sets (P. Hall, 1935)")

  static func check(_ grid: CoverageGrid, into collector: inout FindingCollector) {
    let frame = grid.frame
    let (found, kinds, tree) = CapacityProof.shortages(in: grid)
    for shortage in found {
      let kind = kinds[shortage.kind]
      let place = tree.place(shortage.place)
      let (first, last) = (frame.day(shortage.days.lowerBound), frame.day(shortage.days.upperBound))
      collector.report(
        .init(district: frame.roster.district(of: place)?.raw ?? -1, force: kind.force, days: shortage.days),
        .square(
          place: frame.roster.id(place), day: first, shift: shortage.tile.map(frame.tileID) ?? "",
          force: kind.forces == .all ? "" : kind.forces.forces.map(\.rawValue).joined(separator: ";"), skill: kind.skill
        ),
        at: frame.location(of: shortage, place, kind),
        data: [
          .init("place", frame.roster.id(place)), .init("first_day", first.description),
          .init("last_day", last.description), .init("needed", shortage.needed),
          .init("possible", shortage.possible),
        ], frame.message(shortage, place, kind))
    }
  }
}

extension RosterFrame {
  /// The demand row that asks for it where the place has one of its own, else the place's own row.
  fileprivate func location(of shortage: Shortage, _ place: Place, _ kind: StaffKind) -> Location? {
    let own = plan.lines(of: place).filter { line in
      let (force, skill) = (plan.lines[line].force, plan.lines[line].skill)
      return (force.map { kind.forces.contains($0) } ?? true) && (kind.skill.isEmpty || skill == kind.skill)
    }
    for line in own {
      for tile in shortage.tile.map({ $0...$0 }) ?? 0...tiles - 1 {
        let slot = plan.slot(line: line, offset: shortage.days.lowerBound, tile: tile)
        guard slot >= 0, let square = plan.square(slot), square.minimum > 0 else { continue }
        return location(of: square, "minimum")
      }
    }
    switch place {
    case .beat(let reference): return .row("beats.csv", roster.beats[reference.index].line, "id")
    case .department(let reference): return .row("departments.csv", roster.departments[reference.index].line, "id")
    case .district(let reference): return .row("districts.csv", roster.districts[reference.index].line, "id")
    case .city, .unknown: return nil
    }
  }

  fileprivate func message(_ shortage: Shortage, _ place: Place, _ kind: StaffKind) -> String {
    let (first, last) = (day(shortage.days.lowerBound), day(shortage.days.upperBound))
    var time = first == last ? "\(first)" : "\(first)..\(last)"
    if let tile = shortage.tile { time += " \(tileID(tile))" }
    let sort = [kind.words, kind.skill].filter { !$0.isEmpty }.joined(separator: " ")
    let noun = (sort.isEmpty ? "" : sort + " ") + (shortage.isSpan || shortage.tile == nil ? "unit-shift" : "unit")
    let worst = shortage.isSpan || first == last ? "" : "on the worst day "
    return
      "\(path(of: place)), \(time): \(worst)\(counted(shortage.needed, noun)) needed, at most \(shortage.possible) possible"
  }
}
