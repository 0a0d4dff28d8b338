import RosterModel

/// A change of who stands where, as a person says it.
public enum PairedChange: Hashable, Sendable {
  /// A unit that had nothing there comes.
  case comes(Assignment)
  /// A unit leaves one posting for another, of the same day or of another.
  case moves(from: Assignment, to: Assignment)
  /// A unit is given a day back.
  case givenBack(Assignment)
  /// Two units take each other's postings, those of the first unit named.
  case exchange(UnitReference, UnitReference, [Assignment])

  /// How many postings change, a move counted once.
  public var count: Int {
    if case .exchange(_, _, let postings) = self { return postings.count }
    return 1
  }

  /// The units concerned.
  public var units: [UnitReference] {
    switch self {
    case .comes(let posting), .givenBack(let posting): [posting.unit]
    case .moves(let from, _): [from.unit]
    case .exchange(let one, let other, _): [one, other]
    }
  }

  /// The postings that are taken away, and those that are made.
  public var postings: [Assignment] {
    switch self {
    case .comes(let posting), .givenBack(let posting): [posting]
    case .moves(let from, let to): [from, to]
    case .exchange(_, _, let postings): postings
    }
  }
}

extension [PairedChange] {
  /// How many postings change together, a move counted once.
  public var postingCount: Int { reduce(0) { $0 + $1.count } }
}

extension PairedChange {
  /// Edits of postings as a person says them: what a unit leaves and what it takes belong together, of the same day first,
  /// then the nearest; two units that take each other's places exchange them.
  ///
  /// In the order of days, units by number. O(edits²) of one unit.
  public static func pairs(_ edits: [Edit]) -> [PairedChange] {
    var taken: [UnitReference: [Assignment]] = [:]
    var made: [UnitReference: [Assignment]] = [:]
    for edit in edits {
      switch edit {
      case .add(let posting): made[posting.unit, default: []].append(posting)
      case .remove(let posting): taken[posting.unit, default: []].append(posting)
      case .replace(let old, let new):
        taken[old.unit, default: []].append(old)
        made[new.unit, default: []].append(new)
      default: break
      }
    }
    var changes: [PairedChange] = []
    for unit in Set(taken.keys).union(made.keys).sorted(by: { $0.raw < $1.raw }) {
      var new = (made[unit] ?? []).sorted(by: precedes)
      for old in (taken[unit] ?? []).sorted(by: precedes) {
        guard
          let nearest = new.indices.min(by: {
            (abs(new[$0].day.distance(to: old.day)), $0) < (abs(new[$1].day.distance(to: old.day)), $1)
          })
        else {
          changes.append(.givenBack(old))
          continue
        }
        changes.append(.moves(from: old, to: new.remove(at: nearest)))
      }
      changes += new.map { .comes($0) }
    }
    return exchanges(among: changes).sorted { precedes($0.postings[0], $1.postings[0]) }
  }

  /// Finds the pairs of moves that are one exchange.
  private static func exchanges(among changes: [PairedChange]) -> [PairedChange] {
    struct Place: Hashable {
      var day: Day
      var shift: ShiftReference
      var beat: BeatReference
      init(_ posting: Assignment) { (day, shift, beat) = (posting.day, posting.shift, posting.beat) }
    }
    struct Route: Hashable {
      var from: Place
      var to: Place
    }
    var moving: [Route: [Int]] = [:]
    for (number, change) in changes.enumerated() {
      guard case .moves(let from, let to) = change else { continue }
      moving[Route(from: Place(from), to: Place(to)), default: []].append(number)
    }
    var isPaired = Set<Int>()
    var kept: [PairedChange] = []
    var found: [[UnitReference]: [Assignment]] = [:]
    for (number, change) in changes.enumerated() where !isPaired.contains(number) {
      guard case .moves(let from, let to) = change,
        let other = moving[Route(from: Place(to), to: Place(from))]?.first(where: {
          $0 > number && !isPaired.contains($0)
        })
      else {
        kept.append(change)
        continue
      }
      isPaired.insert(other)
      found[[from.unit, changes[other].units[0]], default: []] += [from, changes[other].postings[0]]
    }
    return kept
      + found.sorted { $0.key[0].raw < $1.key[0].raw }.map { .exchange($0.key[0], $0.key[1], $0.value) }
  }

  private static func precedes(_ left: Assignment, _ right: Assignment) -> Bool {
    (left.day, left.shift, left.beat, left.unit) < (right.day, right.shift, right.beat, right.unit)
  }
}
