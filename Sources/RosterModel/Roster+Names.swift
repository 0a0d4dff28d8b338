extension Roster {
  /// The id that a reference stands for, known or not.
  public func id(_ reference: DistrictReference) -> String {
    reference.isKnown ? districts[reference.index].id : strays[reference.strayIndex]
  }

  /// The id that a reference stands for, known or not.
  public func id(_ reference: DepartmentReference) -> String {
    reference.isKnown ? departments[reference.index].id : strays[reference.strayIndex]
  }

  /// The id that a reference stands for, known or not.
  public func id(_ reference: BeatReference) -> String {
    reference.isKnown ? beats[reference.index].id : strays[reference.strayIndex]
  }

  /// The id that a reference stands for, known or not.
  public func id(_ reference: UnitReference) -> String {
    reference.isKnown ? units[reference.index].id : strays[reference.strayIndex]
  }

  /// The id that a reference stands for, known or not.
  public func id(_ reference: ShiftReference) -> String {
    reference.isKnown ? settings.shifts[reference].id : strays[reference.strayIndex]
  }

  /// The name that a reference stands for, known or not.
  public func id(_ reference: RegimeReference) -> String {
    reference.isKnown ? settings.regimes[reference.index].name : strays[reference.strayIndex]
  }

  /// The id of a place; `city` for the city.
  public func id(_ place: Place) -> String {
    switch place {
    case .city: Place.cityID
    case .district(let reference): id(reference)
    case .department(let reference): id(reference)
    case .beat(let reference): id(reference)
    case .unknown(let index): strays[Int(index)]
    }
  }

  /// The text of a note.
  public func text(_ note: NoteReference) -> String { notes[Int(note.raw)] }

  /// The reference of a note's text, which is added where it is new.
  ///
  /// O(notes).
  public mutating func note(_ text: String) -> NoteReference {
    if let index = notes.firstIndex(of: text) { return NoteReference(raw: Int32(index)) }
    notes.append(text)
    return NoteReference(raw: Int32(notes.count - 1))
  }

  /// The index of an id that no table defines, which is added where it is new.
  ///
  /// O(strays).
  public mutating func stray(_ id: String) -> Int {
    if let index = strays.firstIndex(of: id) { return index }
    strays.append(id)
    return strays.count - 1
  }
}
