/// Reads the text format of ``ShiftSchedulingInstance``.
struct ShiftSchedulingReader {
  private let file: String
  private var sections: [String: [SourceLine]] = [:]
  private var shiftIndex: [String: Int] = [:]
  private var employeeIndex: [String: Int] = [:]

  init(_ text: String, file: String) throws(FormatError) {
    self.file = file
    var section: String?
    for line in try SourceLines.of(text, file: file) {
      if line.text.hasPrefix("SECTION_") {
        section = String(line.text)
        sections[String(line.text), default: []] += []
      } else if let section {
        sections[section, default: []].append(line)
      } else {
        throw line.error("comes before the first section, expected SECTION_HORIZON")
      }
    }
  }

  private func lines(_ section: String) throws(FormatError) -> [SourceLine] {
    guard let lines = sections[section] else {
      throw FormatError(file: file, line: 0, message: "lacks \(section)")
    }
    return lines
  }

  mutating func instance() throws(FormatError) -> ShiftSchedulingInstance {
    guard let horizon = try lines("SECTION_HORIZON").first else {
      throw FormatError(file: file, line: 0, message: "SECTION_HORIZON is empty, expected a number of days")
    }
    let dayCount = try horizon.number(horizon.text, "horizon", in: 7...3660)
    guard dayCount % 7 == 0 else { throw horizon.error("horizon is \(dayCount) days, expected whole weeks") }
    var instance = ShiftSchedulingInstance(dayCount: dayCount)
    instance.shifts = try readShifts()
    instance.employees = try readEmployees(instance)
    for line in try lines("SECTION_DAYS_OFF") {
      let cells = line.cells
      let employee = try find(cells[0], "employee", employeeIndex, line)
      for cell in cells.dropFirst() where !cell.isEmpty {
        instance.employees[employee].daysOff.append(try line.number(cell, "day", in: 0...(dayCount - 1)))
      }
    }
    instance.wishes =
      try readWishes("SECTION_SHIFT_ON_REQUESTS", isWanted: true, dayCount)
      + readWishes("SECTION_SHIFT_OFF_REQUESTS", isWanted: false, dayCount)
    instance.cover = try readCover(dayCount)
    return instance
  }

  private func find(
    _ name: String, _ kind: String, _ index: [String: Int], _ line: SourceLine
  ) throws(FormatError) -> Int {
    guard let found = index[name] else { throw line.error("\(kind) \"\(name.prefix(40))\" is not known") }
    return found
  }

  private func cells(_ line: SourceLine, _ count: Int) throws(FormatError) -> [String] {
    let cells = line.cells
    guard cells.count == count else { throw line.error("has \(cells.count) cells, expected \(count)") }
    return cells
  }

  private mutating func readShifts() throws(FormatError) -> [ShiftSchedulingInstance.Shift] {
    let lines = try lines("SECTION_SHIFTS")
    guard 1...63 ~= lines.count else {
      throw FormatError(file: file, line: 0, message: "has \(lines.count) shifts, expected 1 to 63")
    }
    for (index, line) in lines.enumerated() where shiftIndex.updateValue(index, forKey: line.cells[0]) != nil {
      throw line.error("shift \"\(line.cells[0].prefix(40))\" is there twice")
    }
    var shifts: [ShiftSchedulingInstance.Shift] = []
    for line in lines {
      let cells = line.cells
      guard 2...3 ~= cells.count else { throw line.error("has \(cells.count) cells, expected 3") }
      var next: [Int] = []
      for name in cells.dropFirst(2).joined().split(separator: "|") {
        next.append(try find(name.trimmed, "shift", shiftIndex, line))
      }
      shifts.append(
        .init(id: cells[0], minutes: try line.number(cells[1], "length", in: 0...14_400), forbiddenNext: next))
    }
    return shifts
  }

  private mutating func readEmployees(
    _ instance: ShiftSchedulingInstance
  ) throws(FormatError) -> [ShiftSchedulingInstance.Employee] {
    var employees: [ShiftSchedulingInstance.Employee] = []
    for line in try lines("SECTION_STAFF") {
      let cells = try cells(line, 8)
      guard employees.count < 10_000, employeeIndex.updateValue(employees.count, forKey: cells[0]) == nil else {
        throw line.error("employee \"\(cells[0].prefix(40))\" is there twice, or is more than 10000")
      }
      var most = [Int](repeating: -1, count: instance.shifts.count)
      for entry in cells[1].split(separator: "|") {
        let sides = entry.split(separator: "=")
        guard sides.count == 2 else { throw line.error("\"\(entry.prefix(40))\" is not a limit such as D=14") }
        most[try find(sides[0].trimmed, "shift", shiftIndex, line)] = try line.number(
          sides[1].trimmed, "limit", in: 0...100_000)
      }
      guard !most.contains(-1) else { throw line.error("does not limit every shift") }
      let limits = 0...10_000_000
      let longest = try line.number(cells[4], "longest run", in: 0...100_000)
      let mostMinutes = try line.number(cells[2], "most minutes", in: limits)
      employees.append(
        .init(
          id: cells[0], mostOfShift: most,
          minutes: try line.number(cells[3], "least minutes", in: 0...mostMinutes)...mostMinutes,
          workRun: try line.number(cells[5], "shortest run", in: 0...longest)...longest,
          fewestDaysOff: try line.number(cells[6], "fewest days off", in: 0...100_000),
          mostWeekends: try line.number(cells[7], "most weekends", in: 0...100_000)))
    }
    return employees
  }

  private func readWishes(
    _ section: String, isWanted: Bool, _ dayCount: Int
  ) throws(FormatError) -> [ShiftSchedulingInstance.Wish] {
    var wishes: [ShiftSchedulingInstance.Wish] = []
    for line in try lines(section) {
      let cells = try cells(line, 4)
      wishes.append(
        .init(
          employee: try find(cells[0], "employee", employeeIndex, line),
          day: try line.number(cells[1], "day", in: 0...(dayCount - 1)),
          shift: try find(cells[2], "shift", shiftIndex, line),
          weight: try line.number(cells[3], "weight", in: 0...1_000_000), isWanted: isWanted))
    }
    return wishes
  }

  private func readCover(_ dayCount: Int) throws(FormatError) -> [ShiftSchedulingInstance.Cover] {
    var cover: [ShiftSchedulingInstance.Cover] = []
    var seen = Set<Int>()
    for line in try lines("SECTION_COVER") {
      let cells = try cells(line, 5)
      let day = try line.number(cells[0], "day", in: 0...(dayCount - 1))
      let shift = try find(cells[1], "shift", shiftIndex, line)
      guard seen.insert(day * shiftIndex.count + shift).inserted else {
        throw line.error("cover of shift \(cells[1]) on day \(day) is there twice")
      }
      cover.append(
        .init(
          day: day, shift: shift, wanted: try line.number(cells[2], "requirement", in: 0...1_000_000),
          under: try line.number(cells[3], "weight", in: 0...1_000_000),
          over: try line.number(cells[4], "weight", in: 0...1_000_000)))
    }
    return cover
  }
}

extension ShiftSchedulingInstance {
  /// Reads an instance from its text; `file` is what errors call it.
  public init(text: String, file: String) throws(FormatError) {
    var reader = try ShiftSchedulingReader(text, file: file)
    self = try reader.instance()
  }
}
