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

  /// A line of the board as a heading over what is said of it.
  func title(ofLine line: BoardLine) -> String {
    switch line {
    case .group(let place): return name(of: place)
    case .demand(let number):
      let demand = document.frame.plan.lines[number]
      return "\(name(of: demand.place)): \(words(of: demand))"
    case .beat(let beat): return name(of: .beat(beat))
    }
  }

  /// The name of a line of the board, set in by its depth.
  func label(ofLine line: BoardLine) -> String {
    switch line {
    case .group(let place): name(of: place)
    case .demand(let number): "  · " + words(of: document.frame.plan.lines[number])
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

extension Model {
  /// An entry's act as people say it: what was done, undone or done again.
  func words(of entry: JournalEntry) -> String {
    switch entry.draft.kind {
    case .undo: "Undo: \(entry.draft.name)"
    case .redo: "Redo: \(entry.draft.name)"
    case .edit, .correction, .plan, .imported, .publication, .repair: entry.draft.name
    }
  }

  /// The time of an entry in the roster's zone: `14:03` where it is of the present calendar day, `Sat 5 Dec 14:03` where not.
  ///
  /// - Parameter at: milliseconds since 1970-01-01 00:00 UTC, as a clock gave them that may have been wrong.
  func moment(_ at: Int64) -> String {
    let local = document.settings.zone.local(at: Int(at / 60_000))
    let time = ClockTime(minutes: local.minutes).wallClock
    let today = document.settings.zone.local(at: nowMinutes).day
    return local.day == today ? time : "\(DayWords.short(local.day)) \(time)"
  }

  /// The name of a unit, a beat or a district by its id; the id where no table defines it.
  func name(ofSubject id: String) -> String {
    if let unit = document.base.units.firstIndex(where: { $0.id == id }) { return name(of: UnitReference(unit)) }
    if let beat = document.beat(id) { return name(of: .beat(beat)) }
    if let district = document.base.districts.firstIndex(where: { $0.id == id }) {
      return name(of: .district(DistrictReference(district)))
    }
    return id
  }

  /// The first cell that changes touch, where they touch one of the period.
  func place(of changes: [RowChange]) -> Search.Place? {
    for case .posting(let change) in changes {
      let posting = change.posting
      guard let place = place(beatID: posting.beat, day: posting.day, shiftID: posting.shift), place.column != nil
      else {
        continue
      }
      return place
    }
    return nil
  }

  /// Opens the grid at a place.
  mutating func go(to place: Search.Place) {
    open(.grid)
    grid.line = place.line
    grid.column = place.column ?? grid.column
  }

  /// A change as the list of an entry's changes writes it, after its sign.
  func words(of change: RowChange) -> (sign: String, text: String) {
    switch change {
    case .posting(let change):
      let name = change.posting
      var text = "\(DayWords.short(name.day)) \(name.shift)  \(self.name(ofSubject: name.beat))  "
      text += self.name(ofSubject: name.unit)
      if let new = change.new ?? change.old {
        if new.isLocked { text += " = locked" }
        if !new.note.isEmpty { text += " “\(new.note)”" }
      }
      return (change.isAdded ? "+" : change.isRemoved ? "-" : "~", text)
    case .absence(let change):
      let shift = change.shift.map { " \($0)" } ?? ""
      return (
        change.isAdded ? "+" : "-",
        "\(name(ofSubject: change.unit)) away \(change.days)\(shift) (\(change.reason.rawValue))"
      )
    case .publication(let change):
      return (
        change.isAdded ? "+" : "-", "\(DayWords.short(change.day)) of \(name(ofSubject: change.district)) published"
      )
    case .published(let name, let isAdded):
      return (
        isAdded ? "+" : "-",
        "as published: \(DayWords.short(name.day)) \(name.shift)  \(self.name(ofSubject: name.beat))  "
          + self.name(ofSubject: name.unit)
      )
    case .manoeuvre(let row):
      return (
        row.isAdded ? "+" : "-",
        "\(DayWords.short(row.day)) \(row.shift)  \(name(ofSubject: row.unit)) "
          + row.kind.words(at: row.at, beat: row.beat.map { name(ofSubject: $0) })
          + (row.reason.isEmpty ? "" : " “\(row.reason)”")
      )
    case .call(let row):
      return (
        row.isAdded ? "+" : "-",
        "\(DayWords.short(row.day)) \(row.shift)  \(name(ofSubject: row.unit)) called for \(name(ofSubject: row.beat)): "
          + row.answer.words + (row.note.isEmpty ? "" : " “\(row.note)”")
      )
    }
  }
}
