import RosterModel

/// Forces, skills and modes as numbers: those skills that demand counts or beats need, and which unit has which.
struct SkillIndex: Sendable {
  private let numbers: [String: Int32]
  /// The numbers each unit has; skills that nobody asks for have none.
  private let ofUnit: NumberLists
  /// The numbers each beat needs.
  private let ofBeat: NumberLists

  /// The force of each unit, by `Force.index`.
  let forceOfUnit: [Int8]

  /// The index of a roster's skills; O(units + beats + demand rows).
  init(_ roster: Roster) {
    var numbers: [String: Int32] = [:]
    func number(_ skill: String) -> Int32 {
      if let known = numbers[skill] { return known }
      let new = Int32(numbers.count)
      numbers[skill] = new
      return new
    }
    for row in roster.demand where !row.skill.isEmpty { _ = number(row.skill) }
    ofBeat = NumberLists(roster.beats.map { $0.needs.map(number) })
    ofUnit = NumberLists(
      roster.units.map { unit in
        let words = unit.mode.map { [$0.rawValue] + unit.skills } ?? unit.skills
        return words.compactMap { numbers[$0] }
      })
    self.numbers = numbers
    forceOfUnit = roster.units.map { Int8($0.force.index) }
  }

  /// The number of a skill; -1 for the empty one, which every unit has.
  ///
  /// A skill that nobody asks for is one that nobody has.
  func number(_ skill: String) -> Int32 { skill.isEmpty ? -1 : numbers[skill] ?? Int32.max }

  /// The skills that the unit has, by their numbers, those that nobody asks for left out.
  func numbers(ofUnit unit: Int) -> ArraySlice<Int32> { ofUnit[unit] }

  /// Whether the unit has the skill of this number.
  func unit(_ unit: Int, has skill: Int32) -> Bool {
    if skill < 0 { return true }
    for position in ofUnit.range(unit) where ofUnit.values[position] == skill { return true }
    return false
  }

  /// Whether the unit has everything that the beat needs.
  func unit(_ unit: Int, meetsNeedsOf beat: Int) -> Bool {
    for position in ofBeat.range(beat) where !self.unit(unit, has: ofBeat.values[position]) { return false }
    return true
  }
}
