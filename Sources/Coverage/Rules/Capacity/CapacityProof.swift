import RosterModel

/// Counts, for every place and sort of unit, what is needed against what there can be: in a tile of a day, on a day, in a
/// week, in the period, and in one tile of the period.
///
/// What is needed is never more, and what there can be never less than the truth, for any roster that breaks no binding
/// rule: so a shortage is a proof. It is told once, where it is narrowest: a wider one only where it proves more than
/// those inside it.
struct CapacityProof {
  let frame: RosterFrame
  let tree: PlaceTree
  let kinds: StaffKinds
  private let classes: StaffClasses
  let supply: StaffSupply
  let standing: [[Int32]]
  let counts: [[Bool]]
  /// What is needed, by sort and place: the most in each tile of any day, the most of any day, the sum of each span.
  var mostOfTile: [Int32]
  var mostOfDay: [Int32]
  var neededInSpan: [Int]
  /// What is proven to be missing, by sort and place: in the current day's tiles, on the current day, in each span.
  var ofTile: [Int]
  var ofDay: [Int]
  var ofSpan: [Int]
  /// The same, summed over the places directly inside.
  var inside: [Int]
  var found: [Shortage] = []

  /// The shortages of a roster; none where its demand may be met, as far as this counting can tell.
  ///
  /// O(units × days + classes × beats + sorts × places × days × tiles), each of which is at most
  /// `RosterFrame.mostCells`; nothing is proven of a roster beyond.
  static func shortages(in grid: CoverageGrid) -> (found: [Shortage], kinds: [StaffKind], tree: PlaceTree) {
    let frame = grid.frame
    let rules = BindingRules(frame.policy)
    let tree = PlaceTree(frame.roster)
    guard rules.oncePerTile, frame.tiles > 0 else { return ([], [], tree) }
    let kinds = StaffKinds(frame, rules)
    let classes = StaffClasses(frame)
    let cells = kinds.kinds.count * tree.count * (frame.tiles + 1)
    guard cells * frame.days <= RosterFrame.mostCells,
      classes.count * max(frame.roster.beats.count, frame.days * frame.tiles) <= RosterFrame.mostCells
    else { return ([], kinds.kinds, tree) }
    var proof = CapacityProof(grid, tree, kinds, classes, rules)
    proof.run()
    return (Shortage.merged(proof.found), kinds.kinds, tree)
  }

  private init(
    _ grid: CoverageGrid, _ tree: PlaceTree, _ kinds: StaffKinds, _ classes: StaffClasses, _ rules: BindingRules
  ) {
    frame = grid.frame
    self.tree = tree
    self.kinds = kinds
    self.classes = classes
    supply = StaffSupply(grid, classes, rules)
    standing = Self.standing(tree, classes, rules, grid.frame)
    counts = kinds.kinds.map { kind in
      let skill = grid.frame.skills.number(kind.skill)
      return (0..<classes.count).map { number in
        let unit = classes.example(number)
        return (kind.force == nil || kind.force == grid.frame.roster.units[unit].force)
          && grid.frame.skills.unit(unit, has: skill)
      }
    }
    let places = kinds.kinds.count * tree.count
    mostOfTile = [Int32](repeating: 0, count: places * frame.tiles)
    mostOfDay = [Int32](repeating: 0, count: places)
    neededInSpan = [Int](repeating: 0, count: places * supply.spans)
    ofTile = [Int](repeating: 0, count: mostOfTile.count)
    ofDay = [Int](repeating: 0, count: places)
    ofSpan = neededInSpan
    inside = neededInSpan
  }

  /// For each place the classes whose units may stand on some beat of it.
  private static func standing(
    _ tree: PlaceTree, _ classes: StaffClasses, _ rules: BindingRules, _ frame: RosterFrame
  ) -> [[Int32]] {
    var standing = [[Int32]](repeating: [], count: tree.count)
    let bindsReach = rules.beats.contains { $0 == PostedBeyondReach.self }
    let all = (0..<Int32(frame.roster.beats.count)).map { $0 }
    for number in 0..<classes.count {
      let unit = classes.example(number)
      for beat in bindsReach ? frame.places.beatsNear(unit) : all[...]
      where !rules.beats.contains(where: { $0.forbids(unit, Int(beat), in: frame) }) {
        var place = Int(beat)
        while place >= 0, standing[place].last != Int32(number) {
          standing[place].append(Int32(number))
          place = tree.parents[place]
        }
      }
    }
    return standing
  }
}
