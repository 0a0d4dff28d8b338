extension NurseScenario {
  /// Reads what each nurse did before the horizon, in the order of ``nurses``.
  public func past(text: String, file: String) throws(FormatError) -> [NursePast] {
    let words = NurseWords(self)
    var past = [NursePast?](repeating: nil, count: nurses.count)
    var isList = false
    for line in try SourceLines.of(text, file: file) {
      if line.text == "NURSE_HISTORY" {
        isList = true
      } else if isList {
        let parts = try line.words(atLeast: 7)
        var entry = NursePast()
        entry.assignments = try line.number(parts[1], "number of days", in: 0...10_000)
        entry.weekends = try line.number(parts[2], "number of weekends", in: 0...1000)
        if parts[3] != "None" { entry.lastShift = try NurseWords.find(parts[3], "shift", in: words.shifts, line) }
        entry.sameShift = try line.number(parts[4], "run of a shift", in: 0...1000)
        entry.worked = try line.number(parts[5], "run of work", in: entry.sameShift...1000)
        entry.off = try line.number(parts[6], "run of days off", in: 0...1000)
        past[try NurseWords.find(parts[0], "nurse", in: words.nurses, line)] = entry
      }
    }
    return try zip(nurses, past).map { nurse, entry throws(FormatError) in
      guard let entry else {
        throw FormatError(file: file, line: 0, message: "says nothing of nurse \(nurse.id)")
      }
      return entry
    }
  }

  /// Reads a week's demand and wishes.
  public func week(text: String, file: String) throws(FormatError) -> NurseWeek {
    let words = NurseWords(self)
    var week = NurseWeek()
    var isDemand: Bool?
    for line in try SourceLines.of(text, file: file) {
      let parts = line.words
      if parts[0] == "REQUIREMENTS" {
        isDemand = true
      } else if parts[0] == "SHIFT_OFF_REQUESTS" {
        isDemand = false
      } else if isDemand == true {
        let parts = try line.words(atLeast: 9)
        let shift = try NurseWords.find(parts[0], "shift", in: words.shifts, line)
        let skill = try NurseWords.find(parts[1], "skill", in: words.skills, line)
        for day in 0..<7 {
          let count = try line.pair(parts[day + 2], "requirement", in: 0...10_000)
          week.requirements.append(.init(day: day, shift: shift, skill: skill, count: count))
        }
      } else if isDemand == false {
        let parts = try line.words(atLeast: 3)
        week.wishes.append(
          .init(
            nurse: try NurseWords.find(parts[0], "nurse", in: words.nurses, line),
            shift: parts[1] == "Any" ? nil : try NurseWords.find(parts[1], "shift", in: words.shifts, line),
            day: try NurseWords.day(parts[2], line)))
      }
    }
    return week
  }
}
