/// The crew that is assigned as one (a naryad): two or three officers, a Guard patrol, a volunteer team.
public struct Unit: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// What it is called on the air; free text.
  public var callsign: String
  /// The force it belongs to.
  public var force: Force
  /// Where it is based: a department, a district or the city.
  public var home: Place
  /// How far from home it may be posted.
  public var reach: Reach
  /// The working-time rules it is under.
  public var regime: RegimeReference
  /// How many people it is.
  public var officers: Int
  /// How it moves; `nil` where the table does not say.
  public var mode: Mode?
  /// Free words, for example a service dog or a women's-issues inspector.
  public var skills: [String]
  /// Who leads it; free text.
  public var leader: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A unit of this force and home.
  public init(
    id: String, callsign: String, force: Force, home: Place, reach: Reach, regime: RegimeReference, officers: Int = 2,
    mode: Mode? = nil, skills: [String] = [], leader: String = "", line: Int32 = 0
  ) {
    self.id = id
    self.callsign = callsign
    self.force = force
    self.home = home
    self.reach = reach
    self.regime = regime
    self.officers = officers
    self.mode = mode
    self.skills = skills
    self.leader = leader
    self.line = line
  }

  /// Whether it has a skill, or moves in the mode of that name.
  public func has(_ need: String) -> Bool { mode?.rawValue == need || skills.contains(need) }
}
