import RosterEngine

/// The least cost over all rosters of a tiny problem, by trying them all.
struct Exhaustive {
  private let problem: Problem
  private let evaluator: Evaluator

  init(_ problem: Problem) {
    self.problem = problem
    evaluator = Evaluator(problem)
  }

  func optimum() -> Int {
    var roster = [Assignment?](repeating: nil, count: problem.staff.count * problem.dayCount)
    return best(from: 0, &roster)
  }

  private func choices(_ cell: Int) -> [Assignment?] {
    let (member, day) = (cell / problem.dayCount, cell % problem.dayCount)
    let staff = problem.staff[member]
    var result: [Assignment?] = [nil]
    for option in problem.classes[staff.staffClass].options where option.isAssignable {
      for shift in problem.shifts.indices {
        let isAllowed = option.shifts.contains(shift) && problem.contracts[staff.contract].allowedShifts.contains(shift)
        let isBlocked = problem.unavailable.contains {
          $0.staff == member && $0.day == day && $0.shifts.contains(shift)
        }
        if isAllowed && !isBlocked { result.append(Assignment(shift: shift, post: option.post)) }
      }
    }
    return result
  }

  private func best(from cell: Int, _ roster: inout [Assignment?]) -> Int {
    if cell == roster.count { return evaluator.cost(of: roster).total }
    var least = Int.max
    for choice in choices(cell) {
      roster[cell] = choice
      least = min(least, best(from: cell + 1, &roster))
    }
    roster[cell] = nil
    return least
  }
}
