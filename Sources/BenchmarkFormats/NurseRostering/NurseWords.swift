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
