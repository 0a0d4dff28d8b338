import RosterEngine

extension NurseRosteringInstance {
  /// A roster as the competition's solution file of one week; `name` is the scenario's.
  public func text(of solution: Solution, week: Int, name: String) -> String {
    var lines: [String] = []
    for (index, nurse) in scenario.nurses.enumerated() {
      for day in 0..<7 {
        guard let assignment = solution[index, week * 7 + day] else { continue }
        let shift = scenario.shifts[assignment.shift].id
        lines.append("\(nurse.id) \(NurseWords.dayNames[day]) \(shift) \(scenario.skills[assignment.post])")
      }
    }
    return "SOLUTION\n\(week) \(name)\n\nASSIGNMENTS = \(lines.count)\n" + lines.map { $0 + "\n" }.joined()
  }
}
