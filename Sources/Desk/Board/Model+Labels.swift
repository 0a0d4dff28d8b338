import Coverage
import RosterModel
import Screen

extension Model {
  /// What a place is called.
  func name(of place: Place) -> String {
    let roster = document.base
    let name: String? =
      switch place {
      case .city: "City"
      case .district(let reference): reference.isKnown ? roster.districts[reference.index].name : nil
      case .department(let reference): reference.isKnown ? roster.departments[reference.index].name : nil
      case .beat(let reference): reference.isKnown ? roster.beats[reference.index].name : nil
      case .unknown: nil
      }
    guard let name, !name.isEmpty else { return roster.id(place) }
    return name
  }

  /// What a unit is called.
  func name(of unit: UnitReference) -> String {
    guard unit.isKnown else { return document.base.id(unit) }
    let callsign = document.base.units[unit.index].callsign
    return callsign.isEmpty ? document.base.units[unit.index].id : callsign
  }

  /// What a line of demand counts: `all units`, `police`, `post guard car`.
  func words(of demand: DemandLine) -> String {
    let words = [demand.kind?.rawValue, demand.force?.rawValue, demand.skill.isEmpty ? nil : demand.skill]
      .compactMap { $0 }
    return words.isEmpty ? "all units" : words.joined(separator: " ")
  }

  /// A tile's shift, by its id.
  func tileID(_ tile: Int) -> String {
    tile < document.frame.tiles ? document.settings.shifts.tile(tile).id : ""
  }

  /// A cell as people say it: `Market, Sat 5 Dec B`.
  func words(of cell: CellPlace) -> String {
    "\(name(of: .beat(cell.beat))), \(DayWords.short(cell.day)) \(tileID(cell.tile))"
  }

  /// The name of a line of the board.
  func label(ofLine line: BoardLine) -> String {
    switch line {
    case .group(let place): name(of: place)
    case .demand(let number): "  in all: " + words(of: document.frame.plan.lines[number])
    case .beat(let beat): " " + name(of: .beat(beat))
    }
  }
}

extension Force {
  /// The role in which units of the force are drawn.
  var role: Role {
    switch self {
    case .police: .police
    case .guard: .guardForce
    case .volunteer: .volunteer
    }
  }
}
