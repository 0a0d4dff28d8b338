import RosterModel

/// The patrol grid: who stands in each cell, and what each square has against its demand.
///
/// Built in O(assignments) and kept up to date in O(lines of a beat) by `add` and `remove`. It copies cheaply until it
/// is changed. Days outside the period are in no cell; their assignments count as history in a unit's timeline.
public struct CoverageGrid: Sendable {
  /// What does not change: the places, the expanded demand, the rules.
  public let frame: RosterFrame
  /// The instant at which it is asked about, in minutes since 1970-01-01 00:00 UTC.
  ///
  /// What has begun by then is worked, and nothing proposes to change it. `nil` where nobody says what time it is, and
  /// nothing counts as worked.
  public var now: Int?

  var absences: AbsenceIndex
  var manoeuvres: ManoeuvreIndex
  /// Every assignment; a slot whose assignment was taken away is listed in `freeSlots`.
  var slots: [Assignment]
  /// Whether the assignment of a slot counts: everything it names is known and its unit is not absent.
  var counting: [Bool]
  var freeSlots: [Int32] = []
  /// The first slot of each unit, and of unknown ones together at the end; -1 for none.
  var headOfUnit: [Int32]
  var nextOfUnit: [Int32]
  /// The first slot of each beat and day of the period; -1 for none.
  var headOfCell: [Int32]
  var nextOfCell: [Int32]
  /// What each square has.
  var have: [Int32]
  /// The counting units of each force in each cell: beat, day, tile, force.
  var forceCounts: [Int32]

  /// The grid of a roster whose frame is at hand.
  ///
  /// - Parameters:
  ///   - frame: the frame of the same roster; only its assignments, absences and manoeuvres may have changed since.
  ///   - now: the instant at which it is asked about.
  public init(_ roster: Roster, frame: RosterFrame, now: Int? = nil) {
    self.frame = frame
    self.now = now
    absences = AbsenceIndex(roster, calendar: frame.calendar)
    manoeuvres = ManoeuvreIndex(roster)
    slots = roster.assignments
    counting = [Bool](repeating: false, count: slots.count)
    headOfUnit = [Int32](repeating: -1, count: frame.roster.units.count + 1)
    nextOfUnit = [Int32](repeating: -1, count: slots.count)
    headOfCell = [Int32](repeating: -1, count: frame.roster.beats.count * frame.days)
    nextOfCell = nextOfUnit
    have = [Int32](repeating: 0, count: frame.plan.row.count)
    forceCounts = [Int32](repeating: 0, count: frame.roster.beats.count * frame.days * frame.tiles * 3)
    // From the back, so that each list is in the order of the table.
    let counter = PostingCounter(frame)
    for slot in slots.indices.reversed() {
      list(slot)
      guard counting[slot], let offset = frame.offset(of: slots[slot].day) else { continue }
      counter.count(slots[slot], offset, 1, &have, &forceCounts)
    }
  }

  /// The roster's assignments as they stand now, in no particular order.
  public var assignments: [Assignment] {
    guard !freeSlots.isEmpty else { return slots }
    let free = Set(freeSlots)
    return slots.indices.filter { !free.contains(Int32($0)) }.map { slots[$0] }
  }
}

extension CoverageGrid {
  /// Puts a slot into its lists and counts it.
  mutating func link(_ slot: Int) {
    list(slot)
    if counting[slot] { count(slots[slot], 1) }
  }

  /// Puts a slot into its lists and says whether it counts.
  private mutating func list(_ slot: Int) {
    let assignment = slots[slot]
    let unit = bucket(of: assignment.unit)
    nextOfUnit[slot] = headOfUnit[unit]
    headOfUnit[unit] = Int32(slot)
    if let cell = cellRow(of: assignment) {
      nextOfCell[slot] = headOfCell[cell]
      headOfCell[cell] = Int32(slot)
    }
    counting[slot] = doesCount(assignment)
  }

  /// Takes a slot out of its lists and counts.
  mutating func unlink(_ slot: Int) {
    let assignment = slots[slot]
    if counting[slot] { count(assignment, -1) }
    counting[slot] = false
    Self.unlink(Int32(slot), from: &headOfUnit[bucket(of: assignment.unit)], &nextOfUnit)
    if let cell = cellRow(of: assignment) { Self.unlink(Int32(slot), from: &headOfCell[cell], &nextOfCell) }
  }

  private static func unlink(_ slot: Int32, from head: inout Int32, _ next: inout [Int32]) {
    if head == slot {
      head = next[Int(slot)]
    } else {
      var before = head
      while before >= 0, next[Int(before)] != slot { before = next[Int(before)] }
      if before >= 0 { next[Int(before)] = next[Int(slot)] }
    }
    next[Int(slot)] = -1
  }

  /// The list of a unit; unknown units share the last one.
  func bucket(of unit: UnitReference) -> Int { unit.isKnown ? unit.index : headOfUnit.count - 1 }

  /// The list of the assignment's beat and day; `nil` where it is in no cell.
  func cellRow(of assignment: Assignment) -> Int? {
    guard assignment.beat.isKnown, let offset = frame.offset(of: assignment.day) else { return nil }
    return assignment.beat.index * frame.days + offset
  }

  /// Whether an assignment counts where it is posted: everything it names is known, and the unit is not absent.
  func doesCount(_ assignment: Assignment) -> Bool {
    guard assignment.unit.isKnown, assignment.beat.isKnown, assignment.shift.isKnown else { return false }
    let offset = frame.calendar.offset(of: assignment.day)
    return !absences.isAbsent(assignment.unit.index, offset, shift: assignment.shift.index, clock: frame.clock)
  }

  /// Adds to what the assignment's squares and cells have.
  mutating func count(_ assignment: Assignment, _ change: Int32) {
    guard let offset = frame.offset(of: assignment.day) else { return }
    PostingCounter(frame).count(assignment, offset, change, &have, &forceCounts)
  }

  func forceSlot(_ beat: Int, _ offset: Int, _ tile: Int, _ force: Int) -> Int {
    ((beat * frame.days + offset) * frame.tiles + tile) * 3 + force
  }
}

extension RosterFrame {
  /// Whether a line counts the unit, once it is posted to one of the line's beats.
  func line(_ line: Int, counts unit: Int, force: Int) -> Bool {
    let wanted = Int(plan.forceOfLine[line])
    return (wanted < 0 || wanted == force) && skills.unit(unit, has: plan.skillOfLine[line])
  }
}

/// Finds the squares that postings count in, and adds them to what squares and cells have.
///
/// It holds the arrays that this needs, so that a loop over all postings takes hold of each of them once.
struct PostingCounter {
  private let tiles: NumberLists
  private let lines: NumberLists
  private let windows: [DemandPlan.Window]
  private let forceOfLine: [Int8]
  private let skillOfLine: [Int32]
  private let skills: SkillIndex
  private let row: [Int32]
  private let days: Int
  private let tileCount: Int

  init(_ frame: RosterFrame) {
    tiles = frame.clock.tilesOfShift
    lines = frame.plan.linesOfBeat
    windows = frame.plan.windows
    forceOfLine = frame.plan.forceOfLine
    skillOfLine = frame.plan.skillOfLine
    skills = frame.skills
    row = frame.plan.row
    days = frame.days
    tileCount = frame.tiles
  }

  /// Adds to the squares and the cells of a posting that counts, on a day counted from the first of the period.
  func count(
    _ posting: Assignment, _ offset: Int, _ change: Int32, _ have: inout [Int32], _ forceCounts: inout [Int32]
  ) {
    let unit = posting.unit.index
    let beat = posting.beat.index
    let force = skills.forceOfUnit[unit]
    let covered = tiles.range(posting.shift.index)
    let day = beat * days + offset
    for position in covered { forceCounts[(day * tileCount + Int(tiles.values[position])) * 3 + Int(force)] += change }
    for entry in lines.range(beat) {
      let line = Int(lines.values[entry])
      let wanted = forceOfLine[line]
      guard wanted < 0 || wanted == force, skills.unit(unit, has: skillOfLine[line]) else { continue }
      let window = windows[line]
      let within = offset - window.firstDay
      guard within >= 0, within < window.days else { continue }
      for position in covered { have[window.base + within * tileCount + Int(tiles.values[position])] += change }
    }
  }

  /// Whether some square counts a posting of known unit, beat and shift, on a day counted from the first of the period.
  func isNeeded(_ posting: Assignment, _ offset: Int) -> Bool {
    let unit = posting.unit.index
    let force = skills.forceOfUnit[unit]
    for entry in lines.range(posting.beat.index) {
      let line = Int(lines.values[entry])
      let wanted = forceOfLine[line]
      guard wanted < 0 || wanted == force, skills.unit(unit, has: skillOfLine[line]) else { continue }
      let window = windows[line]
      let within = offset - window.firstDay
      guard within >= 0, within < window.days else { continue }
      for position in tiles.range(posting.shift.index)
      where row[window.base + within * tileCount + Int(tiles.values[position])] >= 0 { return true }
    }
    return false
  }
}
