import RosterEngine

extension ShiftSchedulingInstance {
  /// A roster as a table: a row an employee, the name first, then a shift or nothing for each day.
  public func text(of solution: Solution) -> String {
    var text = ""
    for (index, employee) in employees.enumerated() {
      text += employee.id
      for day in 0..<dayCount {
        text += ","
        if let assignment = solution[index, day] { text += shifts[assignment.shift].id }
      }
      text += "\n"
    }
    return text
  }
}
