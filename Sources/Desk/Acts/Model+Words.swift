import RosterModel

extension Model {
  /// An entry's act as people say it: what was done, undone or done again.
  func words(of entry: JournalEntry) -> String {
    switch entry.draft.kind {
    case .undo: "Undo: \(entry.draft.name)"
    case .redo: "Redo: \(entry.draft.name)"
    case .edit, .plan, .imported, .publication, .repair: entry.draft.name
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
    }
  }
}
