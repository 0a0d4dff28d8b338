import RosterModel

extension RosterFrame {
  /// A square as findings name it.
  func subject(of square: Square) -> Subject {
    let line = plan.lines[square.line]
    return .square(
      place: roster.id(line.place), day: square.day, shift: tileID(square.tile), force: line.force?.rawValue ?? "",
      skill: line.skill)
  }

  /// A column of the demand row that decides a square.
  func location(of square: Square, _ column: String) -> Location? {
    let line = roster.demand[square.row].line
    return line > 0 ? .row("demand.csv", line, column) : nil
  }

  /// What a square asks for, for people: `2 police units with dog on routes`.
  func words(_ number: Int, of line: DemandLine) -> String {
    var words = ["\(number)"]
    if let force = line.force { words.append(force.rawValue) }
    words.append(number == 1 ? "unit" : "units")
    if !line.skill.isEmpty { words.append("with \(line.skill)") }
    if let kind = line.kind { words.append("on a \(kind.rawValue)") }
    return words.joined(separator: " ")
  }

  /// What a finding says about a square: where, when, and what it has of what it needs.
  func message(_ state: SquareState, of bound: Int) -> String {
    let line = plan.lines[state.square.line]
    return "\(path(of: line.place)), \(state.square.day) \(tileID(state.square.tile)): "
      + "\(state.have) of \(words(bound, of: line))"
  }

  /// The same as facts.
  func data(_ state: SquareState) -> [Finding.Datum] {
    let line = plan.lines[state.square.line]
    var facts: [Finding.Datum] = [
      .init("place", roster.id(line.place)), .init("day", state.square.day.description),
      .init("shift", tileID(state.square.tile)), .init("have", state.have), .init("minimum", state.square.minimum),
      .init("target", state.square.target),
    ]
    if let maximum = state.square.maximum { facts.append(.init("maximum", maximum)) }
    if let force = line.force { facts.append(.init("force", force.rawValue)) }
    if !line.skill.isEmpty { facts.append(.init("skill", line.skill)) }
    if let kind = line.kind { facts.append(.init("kind", kind.rawValue)) }
    return facts
  }
}

/// What a square has and is asked for, in plain numbers.
struct SquareNumbers {
  var have: Int32
  var minimum: Int32
  var target: Int32
  /// `Int32.max` for no limit.
  var maximum: Int32
}

extension FindingCollector {
  /// Reports every square that a test picks out, at a column of the demand row that decides it.
  mutating func reportSquares(
    of grid: CoverageGrid, at column: String, where isFound: (SquareNumbers) -> Bool, bound: (Square) -> Int
  ) {
    let frame = grid.frame
    let plan = frame.plan
    for line in plan.lines.indices {
      for index in plan.slots(ofLine: line) where plan.row[index] >= 0 {
        let numbers = SquareNumbers(
          have: grid.have[index], minimum: plan.minimum[index], target: plan.target[index],
          maximum: plan.maximum[index])
        guard isFound(numbers) else { continue }
        let square = plan.square(index, line: line)
        let state = SquareState(square: square, have: Int(numbers.have))
        report(
          .day(
            frame.calendar.offset(of: square.day), district: plan.districtOfLine[line], force: plan.lines[line].force),
          frame.subject(of: square), at: frame.location(of: square, column), data: frame.data(state),
          frame.message(state, of: bound(square)))
      }
    }
  }
}
