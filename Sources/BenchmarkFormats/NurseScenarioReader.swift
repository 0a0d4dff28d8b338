/// Reads the text format of ``NurseScenario``.
struct NurseScenarioReader {
  private enum Part { case none, skills, shifts, successions, contracts, nurses }

  private var scenario = NurseScenario(weekCount: 0)
  private var words = NurseWords()
  private var part = Part.none

  mutating func read(_ text: String, file: String) throws(FormatError) -> NurseScenario {
    for line in try SourceLines.of(text, file: file) where try !isHeading(line) {
      switch part {
      case .none: throw line.error("comes before the first heading, expected SCENARIO")
      case .skills: try addSkill(line)
      case .shifts: try addShift(line)
      case .successions: try addSuccessions(line)
      case .contracts: try addContract(line)
      case .nurses: try addNurse(line)
      }
    }
    guard scenario.weekCount > 0, !scenario.shifts.isEmpty, !scenario.skills.isEmpty else {
      throw FormatError(file: file, line: 0, message: "lacks WEEKS, SKILLS or SHIFT_TYPES")
    }
    return scenario
  }

  private mutating func isHeading(_ line: SourceLine) throws(FormatError) -> Bool {
    let parts = line.words
    switch parts[0] {
    case "SCENARIO": return true
    case "WEEKS":
      scenario.weekCount = try line.number(parts.last ?? "", "number of weeks", in: 1...52)
      return true
    case "SKILLS": part = .skills
    case "SHIFT_TYPES": part = .shifts
    case "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS": part = .successions
    case "CONTRACTS": part = .contracts
    case "NURSES": part = .nurses
    default: return false
    }
    return true
  }

  private mutating func add(
    _ name: String, at index: Int, most: Int, to names: WritableKeyPath<NurseWords, [String: Int]>, _ line: SourceLine
  ) throws(FormatError) {
    guard index < most else { throw line.error("is one more than the \(most) there can be") }
    guard words[keyPath: names].updateValue(index, forKey: name) == nil else {
      throw line.error("\"\(name.prefix(40))\" is there twice")
    }
  }

  private mutating func addSkill(_ line: SourceLine) throws(FormatError) {
    let name = line.words[0]
    try add(name, at: scenario.skills.count, most: 1000, to: \.skills, line)
    scenario.skills.append(name)
  }

  private mutating func addShift(_ line: SourceLine) throws(FormatError) {
    let parts = try line.words(atLeast: 2)
    try add(parts[0], at: scenario.shifts.count, most: 63, to: \.shifts, line)
    scenario.shifts.append(.init(id: parts[0], run: try line.pair(parts[1], "run", in: 0...1000)))
  }

  private mutating func addSuccessions(_ line: SourceLine) throws(FormatError) {
    let parts = try line.words(atLeast: 2)
    let shift = try NurseWords.find(parts[0], "shift", in: words.shifts, line)
    for name in parts.dropFirst(2) {
      scenario.shifts[shift].forbiddenNext.append(try NurseWords.find(name, "shift", in: words.shifts, line))
    }
  }

  private mutating func addContract(_ line: SourceLine) throws(FormatError) {
    let parts = try line.words(atLeast: 6)
    try add(parts[0], at: scenario.contracts.count, most: 1000, to: \.contracts, line)
    scenario.contracts.append(
      .init(
        id: parts[0], assignments: try line.pair(parts[1], "number of days", in: 0...10_000),
        workRun: try line.pair(parts[2], "run of work", in: 0...1000),
        offRun: try line.pair(parts[3], "run of days off", in: 0...1000),
        mostWeekends: try line.number(parts[4], "number of weekends", in: 0...1000),
        wantsCompleteWeekends: try line.number(parts[5], "complete weekends", in: 0...1) == 1))
  }

  private mutating func addNurse(_ line: SourceLine) throws(FormatError) {
    let parts = try line.words(atLeast: 3)
    try add(parts[0], at: scenario.nurses.count, most: 10_000, to: \.nurses, line)
    var skills: [Int] = []
    for name in parts.dropFirst(3) {
      skills.append(try NurseWords.find(name, "skill", in: words.skills, line))
    }
    guard Set(skills).count == skills.count else { throw line.error("has a skill twice") }
    let contract = try NurseWords.find(parts[1], "contract", in: words.contracts, line)
    scenario.nurses.append(.init(id: parts[0], contract: contract, skills: skills.sorted()))
  }
}

extension NurseScenario {
  /// Reads a scenario from its text; `file` is what errors call it.
  public init(text: String, file: String) throws(FormatError) {
    var reader = NurseScenarioReader()
    self = try reader.read(text, file: file)
  }

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

/// Finds the names of a scenario in the lines that use them.
struct NurseWords {
  var skills: [String: Int] = [:]
  var shifts: [String: Int] = [:]
  var contracts: [String: Int] = [:]
  var nurses: [String: Int] = [:]

  init() {}

  init(_ scenario: NurseScenario) {
    func index(_ names: [String]) -> [String: Int] {
      Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
    skills = index(scenario.skills)
    shifts = index(scenario.shifts.map(\.id))
    contracts = index(scenario.contracts.map(\.id))
    nurses = index(scenario.nurses.map(\.id))
  }

  static func find(_ name: String, _ kind: String, in names: [String: Int], _ line: SourceLine) throws(FormatError)
    -> Int
  {
    guard let index = names[name] else { throw line.error("\(kind) \"\(name.prefix(40))\" is not known") }
    return index
  }

  /// Monday is 0; the files name days by three letters, solutions of others by the whole word.
  static func day(_ name: String, _ line: SourceLine) throws(FormatError) -> Int {
    guard let day = dayNames.firstIndex(of: String(name.prefix(3))) else {
      throw line.error("\"\(name.prefix(40))\" is not a day, expected Mon to Sun")
    }
    return day
  }

  static let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}

extension SourceLine {
  /// The words, if there are enough.
  func words(atLeast count: Int) throws(FormatError) -> [String] {
    let words = words
    guard words.count >= count else { throw error("has \(words.count) words, expected at least \(count)") }
    return words
  }
}
