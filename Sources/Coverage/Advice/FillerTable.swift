import RosterModel

/// How many units could fill one more place of a square.
public struct Fillers: Hashable, Sendable {
  /// Units that could be posted there besides what they do.
  public var free = 0
  /// More units that could once they leave the one posting that they have on that day.
  public var byLeaving = 0

  /// Two numbers of units.
  public init(free: Int = 0, byLeaving: Int = 0) {
    self.free = free
    self.byLeaving = byLeaving
  }
}

extension CoverageGrid {
  /// How many units could legally fill one more place of each square, in the order given.
  ///
  /// A unit counts once for a square, whichever of its beats and shifts it could take: the figures are those of the
  /// list that `candidates(for:)` gives of the square. O(units × days × shifts) for the dates, and O(units) a square.
  public func fillers(of squares: [Square]) -> [Fillers] {
    let table = FillerTable(self, days: Set(squares.map { frame.calendar.offset(of: $0.day) }))
    var positions: [Int: [Int]] = [:]
    for (position, square) in squares.enumerated() { positions[square.line, default: []].append(position) }
    var fillers = [Fillers](repeating: Fillers(), count: squares.count)
    for line in positions.keys.sorted() {
      let own = positions[line] ?? []
      for (position, count) in zip(own, table.fillers(line: line, own.map { squares[$0] })) {
        fillers[position] = count
      }
    }
    return fillers
  }
}

/// Which units could legally take which squares, for many squares at once: a cache of what the judge says.
///
/// Whether a unit may work a shift of a day depends on the beat by its district at most, where the roster grades a rule
/// otherwise for some district, so it is asked once a unit, day, shift and class of districts; what depends on the beat
/// is asked once a unit and line. Units for which that is not all are appraised one by one: those that a waiver of a
/// rule about beats names, and those that would leave a posting on one of the beats asked about.
struct FillerTable {
  private let grid: CoverageGrid
  private let frame: RosterFrame
  private let advisor: CandidateFinder
  private let unitCount: Int
  /// For each day that is asked about its row in the tables; -1 for the others.
  private var rowOfDay: [Int]
  private let classes: DistrictClasses
  private let dayCount: Int
  /// By class, day row, shift and unit: whether the unit may work that shift as it stands, and once it has left its
  /// posting.
  private var free: [Bool]
  private var byLeaving: [Bool]
  /// By day row and unit: the slot of the one posting of the day; -1 for none, -2 for several.
  private var own: [Int32]
  /// Whether units of each force change what escorts have to do in a cell for the worse.
  private let isBound: [Bool]
  /// The hard rules about unit and beat, and whether each is less than hard somewhere.
  private let beatRules: [(rule: any BeatRule.Type, varies: Bool)]
  /// Whether one of them is graded otherwise on some days.
  private let asksBeatsByDay: Bool
  /// The units that waivers of rules about beats name.
  private let excepted: Set<Int>

  init(_ grid: CoverageGrid, days: Set<Int>) {
    self.grid = grid
    frame = grid.frame
    advisor = CandidateFinder(grid)
    unitCount = frame.roster.units.count
    rowOfDay = [Int](repeating: -1, count: frame.days)
    for (row, day) in days.sorted().enumerated() { rowOfDay[day] = row }
    dayCount = days.count
    let policy = frame.policy
    let escorts = frame.roster.settings.escorts
    let isHard = policy.isHard(VolunteerWithoutEscort.info) || policy.isHard(TooManyVolunteersPerEscort.info)
    // An escort who comes lessens what is lacking, but what is left may be graded as more serious.
    let mayWorsen =
      policy.isHard(TooManyVolunteersPerEscort.info) && !policy.isHardEverywhere(VolunteerWithoutEscort.info)
    isBound = Force.allCases.map { force in
      isHard && escorts.contains { $0.force == force || mayWorsen && $0.by.contains(force) }
    }
    beatRules = UnitRules.ofBeats.filter { policy.isHard($0.info) }.map { ($0, policy.grade(of: $0.info).varies) }
    asksBeatsByDay = beatRules.contains { policy.variesByDay($0.rule.info) }
    excepted = frame.unitsExceptedFromBeatRules
    classes = DistrictClasses(frame, of: UnitRules.ofDates.map { UnitRules.all[$0].info })
    free = [Bool](repeating: false, count: classes.count * dayCount * frame.clock.shiftCount * unitCount)
    byLeaving = free
    own = [Int32](repeating: -1, count: dayCount * unitCount)
    askDates()
  }

  private mutating func askDates() {
    var probe = PostingProbe(grid, seeksHard: true)
    let keepsToRegime = frame.keepsUnitsToTheirRegime
    for unit in 0..<unitCount {
      listOwn(unit)
      probe.load(unit)
      let works = keepsToRegime ? probe.timeline.limits?.works : nil
      for day in 0..<frame.days where rowOfDay[day] >= 0 {
        ask(&probe, unit, day, works, into: &free)
      }
      for day in 0..<frame.days where rowOfDay[day] >= 0 {
        guard let posting = posting(of: unit, day), advisor.firm.mayMove(posting) else { continue }
        probe.load(unit, leaving: posting)
        // A cell that is left short of escorts is so wherever the unit goes; but for other tiles of the same beat.
        guard
          grid.escortsAllow(
            -1, of: frame.roster.units[unit].force, beat: posting.beat.index, offset: day, shift: posting.shift.index)
            || !grid.doesCount(posting)
        else { continue }
        ask(&probe, unit, day, works, into: &byLeaving)
      }
    }
  }

  /// Asks about the shifts of a day; about all where it is not told which.
  private func ask(
    _ probe: inout PostingProbe, _ unit: Int, _ day: Int, _ works: [Bool]?, into table: inout [Bool]
  ) {
    for shift in 0..<frame.clock.shiftCount where works?[shift] != false {
      for (number, beat) in classes.beats.enumerated() where probe.isLegal(day: day, shift: shift, beat: beat) {
        table[base(number, day, shift) + unit] = true
      }
    }
  }

  private mutating func listOwn(_ unit: Int) {
    var slot = grid.headOfUnit[unit]
    while slot >= 0 {
      let posting = grid.slots[Int(slot)]
      if posting.beat.isKnown, posting.shift.isKnown, let day = frame.offset(of: posting.day), rowOfDay[day] >= 0 {
        let entry = rowOfDay[day] * unitCount + unit
        own[entry] = own[entry] == -1 ? slot : -2
      }
      slot = grid.nextOfUnit[Int(slot)]
    }
  }

  /// The one posting of a unit on a day; `nil` for none and for several.
  private func posting(of unit: Int, _ offset: Int) -> Assignment? {
    let slot = own[rowOfDay[offset] * unitCount + unit]
    return slot >= 0 ? grid.slots[Int(slot)] : nil
  }

  /// Where the units of a class, day and shift begin in the tables.
  private func base(_ number: Int, _ offset: Int, _ shift: Int) -> Int {
    ((number * dayCount + rowOfDay[offset]) * frame.clock.shiftCount + shift) * unitCount
  }
}

extension FillerTable {
  /// The units that may stand on some beat of a line, whatever the shift, each with the beats that are open to it.
  private struct Takers {
    var units: [(unit: Int, beats: [Int], classes: [Int])] = []
    /// Those that are appraised one by one.
    var excepted: [Int] = []
  }

  /// How many units could take each of a line's squares.
  func fillers(line: Int, _ squares: [Square]) -> [Fillers] {
    let beats = frame.beats(ofLine: line)
    let isOfBeat = Set(beats)
    var known: [Int: Takers] = [:]
    var probe = PostingProbe(grid)
    return squares.map { square in
      let offset = frame.calendar.offset(of: square.day)
      let day = asksBeatsByDay ? offset : -1
      let takers = known[day] ?? takers(of: line, beats, on: asksBeatsByDay ? offset : nil)
      known[day] = takers
      var fillers = Fillers()
      for taker in takers.units {
        count(taker.unit, taker.beats, taker.classes, isOfBeat, beats, offset, square.tile, &probe, &fillers)
      }
      for unit in takers.excepted { appraise(unit, beats, offset, square.tile, &probe, &fillers) }
      return fillers
    }
  }

  private func count(
    _ unit: Int, _ open: [Int], _ numbers: [Int], _ isOfBeat: Set<Int>, _ beats: [Int], _ offset: Int, _ tile: Int,
    _ probe: inout PostingProbe, _ fillers: inout Fillers
  ) {
    let slot = own[rowOfDay[offset] * unitCount + unit]
    if slot == -2 || slot >= 0 && isOfBeat.contains(grid.slots[Int(slot)].beat.index) {
      return appraise(unit, beats, offset, tile, &probe, &fillers)
    }
    if isLegal(free, unit, open, numbers, offset, tile) {
      fillers.free += 1
    } else if slot >= 0, isLegal(byLeaving, unit, open, numbers, offset, tile) {
      fillers.byLeaving += 1
    }
  }

  private func appraise(
    _ unit: Int, _ beats: [Int], _ offset: Int, _ tile: Int, _ probe: inout PostingProbe, _ fillers: inout Fillers
  ) {
    guard let candidate = advisor.appraisal(unit, beats, offset, tile, &probe)?.candidate, candidate.isLegal
    else { return }
    if candidate.leaves == nil { fillers.free += 1 } else { fillers.byLeaving += 1 }
  }

  private func takers(of line: Int, _ beats: [Int], on offset: Int?) -> Takers {
    var takers = Takers()
    for unit in 0..<unitCount {
      let force = frame.roster.units[unit].force.index
      guard frame.line(line, counts: unit, force: force) else { continue }
      if excepted.contains(unit) {
        takers.excepted.append(unit)
        continue
      }
      if !isBound[force], classes.count == 1 {
        guard beats.contains(where: { isOpen(unit, $0, on: offset) }) else { continue }
        takers.units.append((unit, [], [0]))
      } else {
        let open = beats.filter { isOpen(unit, $0, on: offset) }
        guard !open.isEmpty else { continue }
        takers.units.append((unit, isBound[force] ? open : [], Set(open.map { classes.ofBeat[$0] }).sorted()))
      }
    }
    return takers
  }

  private func isOpen(_ unit: Int, _ beat: Int, on offset: Int?) -> Bool {
    !beatRules.contains { rule, varies in
      guard rule.forbids(unit, beat, in: frame) else { return false }
      guard varies else { return true }
      let site = RuleSite(
        force: frame.roster.units[unit].force, district: frame.districtID(frame.places.districtOfBeat[beat]),
        day: offset.map(frame.day))
      return frame.policy.strictest(of: rule.info, at: site) == .error
    }
  }

  /// Whether some shift that covers the tile is open to the unit by a table; on one of the beats, where escorts matter.
  private func isLegal(
    _ table: [Bool], _ unit: Int, _ beats: [Int], _ numbers: [Int], _ offset: Int, _ tile: Int
  ) -> Bool {
    let covering = frame.clock.shiftsOfTile
    for position in covering.range(tile) {
      let shift = Int(covering.values[position])
      if beats.isEmpty {
        for number in numbers where table[base(number, offset, shift) + unit] { return true }
      } else {
        let force = frame.roster.units[unit].force
        for beat in beats where table[base(classes.ofBeat[beat], offset, shift) + unit] {
          if grid.escortsAllow(1, of: force, beat: beat, offset: offset, shift: shift) { return true }
        }
      }
    }
    return false
  }
}

/// The beats by their districts, as far as the roster grades some of these rules otherwise for a district.
struct DistrictClasses {
  /// The class of each beat.
  let ofBeat: [Int]
  /// A beat of each class; empty where there are no beats.
  let beats: [Int]

  /// How many classes there are.
  var count: Int { beats.count }

  /// One class, and one more for each district that an override of the rules names.
  init(_ frame: RosterFrame, of rules: [RuleInfo]) {
    let named = Set(rules.flatMap { frame.policy.districtsWithOwnSeverity(of: $0) })
    var numbers: [String: Int] = [:]
    var beats: [Int] = []
    ofBeat = frame.roster.beats.indices.map { beat in
      let district = frame.districtID(frame.places.districtOfBeat[beat]).flatMap { named.contains($0) ? $0 : nil } ?? ""
      if let number = numbers[district] { return number }
      beats.append(beat)
      numbers[district] = beats.count - 1
      return beats.count - 1
    }
    self.beats = beats
  }
}
