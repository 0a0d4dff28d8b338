/// The whole: places, units, rules, demand, absences and assignments of a period.
///
/// A roster may be wrong: it may name what does not exist or post a unit twice. It holds what people entered, and the
/// rule catalogue says what is wrong with it.
public struct Roster: Hashable, Sendable {
  /// The period, shifts, regimes and weights.
  public var settings: RosterSettings
  /// The districts in the order of their ids.
  public var districts: [District] = []
  /// The departments in the order of their ids.
  public var departments: [Department] = []
  /// The beats in the order of their ids.
  public var beats: [Beat] = []
  /// The units in the order of their ids.
  public var units: [Unit] = []
  /// The demand rows in the order written.
  public var demand: [DemandRow] = []
  /// Who is posted where, history included, in no particular order.
  public var assignments: [Assignment] = []
  /// Who is away.
  public var absences: [Absence] = []
  /// Who asks for what.
  public var requests: [Request] = []
  /// Which findings are accepted.
  public var waivers: [Waiver] = []
  /// Which days of which districts are published.
  public var publications: [Publication] = []
  /// What was published.
  public var published: [Assignment] = []
  /// What happened to units during their shifts.
  public var manoeuvres: [Manoeuvre] = []
  /// Who was phoned to come in, and what was answered.
  public var calls: [Call] = []
  /// What happened, for deriving demand.
  public var incidents: [Incident] = []
  /// Ids that some row names and no table defines.
  public var strays: [String] = []
  /// The notes of assignments; the first is empty.
  public var notes: [String] = [""]

  /// A roster with settings and empty tables.
  public init(settings: RosterSettings) { self.settings = settings }
}

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
