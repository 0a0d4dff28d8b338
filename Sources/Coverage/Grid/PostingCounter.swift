import RosterModel

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
