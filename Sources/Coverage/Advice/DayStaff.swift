import RosterModel

/// In which tiles and on which beats each unit could stand on one duty day, whatever it does on the others.
///
/// An upper bound: no plan posts a unit where this says it could not stand. A unit that breaks a hard rule already may
/// go on doing so: it is taken to be free in every shift in which it is not absent, or on every beat where it stands on
/// that day on one that it may not hold.
struct DayStaff {
  /// What a unit could do.
  struct Offer {
    /// For each tile whether it could stand somewhere.
    var isOpen: [Bool]
    /// The beats on which it must stand, by tile, where no plan changes its posting; -1 for none.
    var fixedBeat: [Int32]
    /// In how many tiles of the day it can stand at the most.
    var most: Int
    /// Whether it stands on that day where a hard rule forbids it.
    var standsWrong: Bool
    /// Whether it is posted twice on the day against a hard rule, so that no bound holds for it.
    var isUnbounded = false
  }

  let grid: CoverageGrid
  let frame: RosterFrame
  let offset: Int
  /// The roster with nothing but what no plan changes.
  private let fixed: CoverageGrid
  private let firm: FirmPostings
  private let beatRules: [any BeatRule.Type]
  private let isOneShiftADay: Bool
  /// The units that waivers of rules about beats name.
  private let excepted: Set<Int>
  private var probe: PostingProbe
  private var timeline: UnitTimeline
  private let hardRules: [Int]
  private var offers: [Offer?]
  /// The units that may be near each district, and those near the city.
  private var unitsNear: [[Int]?]

  /// What units could do on a day of the period.
  ///
  /// - Parameter firm: what no plan changes.
  init(_ grid: CoverageGrid, fixed: CoverageGrid, offset: Int, firm: FirmPostings? = nil) {
    self.grid = grid
    self.fixed = fixed
    self.offset = offset
    frame = grid.frame
    self.firm = firm ?? FirmPostings(grid)
    let policy = grid.frame.policy
    beatRules = UnitRules.ofBeats.filter { policy.binds($0) }
    excepted = frame.unitsExceptedFromBeatRules
    isOneShiftADay =
      policy.binds(UnitTwiceInADay.self) && !frame.waivers.concern(UnitTwiceInADay.info)
    probe = PostingProbe(fixed, seeksHard: true)
    timeline = UnitTimeline(frame)
    hardRules = UnitRules.all.indices.filter {
      policy.isHard(UnitRules.all[$0].info) && UnitRules.all[$0] != UnderHours.self
    }
    offers = [Offer?](repeating: nil, count: frame.roster.units.count)
    unitsNear = [[Int]?](repeating: nil, count: frame.roster.districts.count)
  }

  /// Whether a unit could count in a square of the day.
  mutating func couldStand(_ unit: Int, in square: Square, on beats: [Int]) -> Bool {
    guard frame.line(square.line, counts: unit, force: frame.roster.units[unit].force.index) else { return false }
    let offer = offer(of: unit)
    let fixedBeat = Int(offer.fixedBeat[square.tile])
    if fixedBeat >= 0 { return beats.contains(fixedBeat) }
    guard offer.isOpen[square.tile] else { return false }
    return beats.contains { beat in
      firm.isOpen(beat, offset)
        && (offer.standsWrong || !beatRules.contains { $0.forbids(unit, beat, in: frame) })
        || grid.isPosted(unit, beat, offset, square.tile)
    }
  }

  /// What a unit could do; worked out when it is first asked for.
  mutating func offer(of unit: Int) -> Offer {
    if let known = offers[unit] { return known }
    let offer = worked(unit)
    offers[unit] = offer
    return offer
  }

  /// The units that could stand in a district, ascending, or more of them; all for a place in none.
  mutating func units(near district: Int32) -> [Int] {
    let all = Array(frame.roster.units.indices)
    guard district >= 0, beatRules.contains(where: { $0 == PostedBeyondReach.self }) else { return all }
    if let known = unitsNear[Int(district)] { return known }
    let near = all.filter { unit in
      let home = frame.places.districtOfUnit[unit]
      return frame.roster.units[unit].reach == .city || home < 0 || home == district || excepted.contains(unit)
        || breaksAlready(unit).beats
    }
    unitsNear[Int(district)] = near
    return near
  }

  /// What a unit breaks already of the hard rules: of those about dates on any day, of those about beats on this one.
  private mutating func breaksAlready(_ unit: Int) -> (dates: Bool, beats: Bool) {
    timeline.load(unit, from: grid)
    var found: [Violation] = []
    UnitRules.check(timeline, hardRules, into: &found)
    let isOfBeats = { (violation: Violation) in UnitRules.all[violation.rule] is any BeatRule.Type }
    return (
      found.contains { !isOfBeats($0) },
      found.contains { isOfBeats($0) && $0.day == Int32(offset) }
    )
  }

  private mutating func worked(_ unit: Int) -> Offer {
    let (isWrong, stands) = breaksAlready(unit)
    // What a waiver lets it do on some beat, it may do on any for all that a bound knows.
    let standsWrong = stands || excepted.contains(unit)
    var offer = Offer(
      isOpen: [Bool](repeating: false, count: frame.tiles), fixedBeat: [Int32](repeating: -1, count: frame.tiles),
      most: 0, standsWrong: standsWrong)
    probe.load(unit)
    var longest = 0
    for shift in 0..<frame.clock.shiftCount {
      let isPossible =
        !firm.hasBegun(offset, shift: shift)
        && !grid.absences.isAbsent(unit, offset, shift: shift, clock: frame.clock)
        && (isWrong || isPossible(shift))
      guard isPossible else { continue }
      longest = max(longest, frame.clock.tilesOfShift[shift].count)
      for tile in frame.clock.tilesOfShift[shift] { offer.isOpen[Int(tile)] = true }
    }
    var fixedTiles = 0
    if !isWrong {
      for posting in fixed.postings(of: unit, offset) where fixed.doesCount(posting) {
        for tile in frame.clock.tilesOfShift[posting.shift.index] {
          offer.fixedBeat[Int(tile)] = Int32(posting.beat.index)
          fixedTiles += 1
        }
      }
    }
    let open = offer.isOpen.indices.count { offer.isOpen[$0] || offer.fixedBeat[$0] >= 0 }
    offer.most = isOneShiftADay && !isWrong ? max(longest, fixedTiles) : open
    offer.isUnbounded = isWrong && grid.postings(of: unit, offset).count > 1
    return offer
  }

  private mutating func isPossible(_ shift: Int) -> Bool {
    !probe.breaks(day: offset, shift: shift, beat: 0).contains {
      frame.policy.binds(UnitRules.all[$0.rule])
    }
  }
}

extension CoverageGrid {
  /// Whether the unit stands on a beat in a tile of a day of the period, and counts.
  func isPosted(_ unit: Int, _ beat: Int, _ offset: Int, _ tile: Int) -> Bool {
    var slot = headOfCell[beat * frame.days + offset]
    while slot >= 0 {
      let posting = slots[Int(slot)]
      if counting[Int(slot)], posting.unit.index == unit,
        frame.clock.tilesOfShift[posting.shift.index].contains(Int32(tile))
      {
        return true
      }
      slot = nextOfCell[Int(slot)]
    }
    return false
  }
}
