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

/// One of the three forces that patrol the city together.
public enum Force: String, CaseIterable, Comparable, Sendable {
  /// The internal affairs bodies.
  case police
  /// The National Guard.
  case `guard`
  /// The public.
  case volunteer

  /// The position in the order police, guard, volunteer; 0 to 2.
  public var index: Int {
    switch self {
    case .police: 0
    case .guard: 1
    case .volunteer: 2
    }
  }

  /// In the order police, guard, volunteer.
  public static func < (left: Force, right: Force) -> Bool { left.index < right.index }
}

/// A set of forces.
public struct ForceSet: OptionSet, Hashable, Sendable {
  /// One bit a force, by `Force.index`.
  public let rawValue: UInt8

  /// The set of these bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The set of these forces.
  public init(_ forces: some Sequence<Force>) {
    self.init(rawValue: forces.reduce(0) { $0 | (1 << UInt8($1.index)) })
  }

  /// All three forces.
  public static let all = ForceSet(Force.allCases)

  /// Whether the force is in the set.
  public func contains(_ force: Force) -> Bool { rawValue & (1 << UInt8(force.index)) != 0 }

  /// The forces in their fixed order.
  public var forces: [Force] { Force.allCases.filter(contains) }
}

/// How a unit moves.
public enum Mode: String, CaseIterable, Sendable {
  case foot, car, motorcycle, bicycle, mounted, canine, boat, drone
}

/// How far from its home a unit may be posted.
public enum Reach: String, CaseIterable, Sendable {
  case department, district, city
}
