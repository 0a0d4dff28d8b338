import RosterModel

/// How many units every place needs of every sort in each tile of one day, at the least.
///
/// A place needs what its own demand asks for, or what the places in it need together, whichever is more: a unit stands
/// on one beat in a tile.
struct DayNeed {
  private let frame: RosterFrame
  private let tree: PlaceTree
  private let kinds: StaffKinds
  /// By sort, place and tile.
  private(set) var need: [Int32]
  private var inside: [Int32]
  /// By sort, the places where some line asks for it, or for what it is a part or a whole of, the narrower first.
  let places: [[Int]]

  /// No need yet.
  init(_ frame: RosterFrame, _ tree: PlaceTree, _ kinds: StaffKinds) {
    self.frame = frame
    self.tree = tree
    self.kinds = kinds
    need = [Int32](repeating: 0, count: kinds.kinds.count * tree.count * frame.tiles)
    inside = need
    places = Self.places(frame, tree, kinds)
  }

  private static func places(_ frame: RosterFrame, _ tree: PlaceTree, _ kinds: StaffKinds) -> [[Int]] {
    var isAsked = kinds.kinds.map { _ in [Bool](repeating: false, count: tree.count) }
    for (line, asked) in kinds.ofLine.enumerated() {
      guard let place = tree.number(of: frame.plan.lines[line].place) else { continue }
      for ask in asked { isAsked[ask.kind][place] = true }
    }
    for kind in kinds.kinds.indices {
      for place in 0..<tree.count {
        if kinds.parts[kind].joined().contains(where: { isAsked[$0][place] }) { isAsked[kind][place] = true }
        if isAsked[kind][place], tree.parents[place] >= 0 { isAsked[kind][tree.parents[place]] = true }
      }
    }
    return isAsked.map { isAsked in isAsked.indices.filter { isAsked[$0] } }
  }

  /// Where the needs of a sort and place are, by tile.
  func slot(_ kind: Int, _ place: Int) -> Int { (kind * tree.count + place) * frame.tiles }

  /// Turns to a day of the period; O(lines + sorts × places × tiles).
  mutating func load(_ day: Int) {
    for slot in need.indices {
      need[slot] = 0
      inside[slot] = 0
    }
    let plan = frame.plan
    for (line, asked) in kinds.ofLine.enumerated() {
      guard let place = tree.number(of: plan.lines[line].place) else { continue }
      for tile in 0..<frame.tiles {
        let square = plan.slot(line: line, offset: day, tile: tile)
        guard square >= 0, plan.row[square] >= 0 else { continue }
        for ask in asked {
          let slot = slot(ask.kind, place) + tile
          let each = Int32(ask.unitsEach)
          need[slot] = max(need[slot], (plan.minimum[square] &+ each &- 1) / each)
        }
      }
    }
    for kind in kinds.kinds.indices { gather(kind) }
  }

  private mutating func gather(_ kind: Int) {
    let parts = kinds.parts[kind]
    for place in places[kind] {
      let base = slot(kind, place)
      let around = tree.parents[place] < 0 ? nil : slot(kind, tree.parents[place])
      for tile in 0..<frame.tiles {
        var most = max(need[base + tile], inside[base + tile])
        for part in parts { most = max(most, part.reduce(0) { $0 &+ need[slot($1, place) + tile] }) }
        need[base + tile] = most
        if let around { inside[around + tile] &+= most }
      }
    }
  }
}

/// The places of a roster as a tree, by number: beats first, then departments, districts and the city, so that a place
/// comes after those in it.
struct PlaceTree {
  /// The number of the place around each; -1 for the city.
  let parents: [Int]

  private let beats: Int
  private let departments: Int
  private let districts: Int

  /// How many places there are.
  var count: Int { parents.count }

  /// The number of the city.
  var city: Int { beats + departments + districts }

  /// The places of a roster; one whose own place is not known lies in the city.
  init(_ roster: Roster) {
    let (beats, departments, districts) = (roster.beats.count, roster.departments.count, roster.districts.count)
    (self.beats, self.departments, self.districts) = (beats, departments, districts)
    let city = beats + departments + districts
    func district(_ place: Place) -> Int {
      roster.district(of: place).map { beats + departments + $0.index } ?? city
    }
    parents =
      roster.beats.map { beat in roster.department(of: beat.place).map { beats + $0.index } ?? district(beat.place) }
      + roster.departments.indices.map { district(.department(DepartmentReference($0))) }
      + [Int](repeating: city, count: districts) + [-1]
  }

  /// The number of a place; `nil` where it is not known.
  func number(of place: Place) -> Int? {
    switch place {
    case .beat(let reference): reference.isKnown ? reference.index : nil
    case .department(let reference): reference.isKnown ? beats + reference.index : nil
    case .district(let reference): reference.isKnown ? beats + departments + reference.index : nil
    case .city: city
    case .unknown: nil
    }
  }

  /// The place of a number.
  func place(_ number: Int) -> Place {
    if number < beats { return .beat(BeatReference(number)) }
    if number < beats + departments { return .department(DepartmentReference(number - beats)) }
    return number < city ? .district(DistrictReference(number - beats - departments)) : .city
  }
}
