import RosterModel

/// What to generate: a city by its size, a period, a seed.
///
/// ```swift
/// let city = try RosterGenerator.generate(GeneratorOptions(districts: 1, seed: 7))
/// ```
public struct GeneratorOptions: Hashable, Sendable {
  /// How many districts; 1 to 1,000.
  public var districts: Int
  /// The district of Tashkent to make, where only one is wanted; `nil` takes them in order and numbers those beyond 12.
  public var districtName: String?
  /// How many departments each district has; 1 to 9; `nil` draws 4 to 9 for each.
  public var departments: Int?
  /// How many beats each district has, its own included; 4 to 200 a department; `nil` draws 6 to 8 a department.
  public var beats: Int?
  /// The first duty day of the period.
  public var firstDay: Day
  /// How many duty days the period has; 7 to 371.
  public var days: Int
  /// How many duty days of history come before the period; 0 to 28.
  public var historyDays: Int
  /// Units added to the planted ones, in per cent of them; below 0 so many planted units are left out; -50 to 100.
  public var spare: Int
  /// What everything drawn depends on.
  public var seed: UInt64

  /// A city of this size.
  public init(
    districts: Int = 12, districtName: String? = nil, departments: Int? = nil, beats: Int? = nil,
    firstDay: Day = GeneratorOptions.december2026, days: Int = 28, historyDays: Int = 7, spare: Int = 5,
    seed: UInt64 = 1
  ) {
    self.districts = districts
    self.districtName = districtName
    self.departments = departments
    self.beats = beats
    self.firstDay = firstDay
    self.days = days
    self.historyDays = historyDays
    self.spare = spare
    self.seed = seed
  }

  /// 1 December 2026.
  public static let december2026 = Day(number: 20_788)
}

extension GeneratorOptions {
  /// The option that is out of its bounds first, if any.
  func check() throws(GeneratorOptionError) {
    try Self.check("districts", districts, 1...1000)
    if let departments { try Self.check("departments", departments, 1...9) }
    if let beats {
      let departments = departments ?? 9
      try Self.check("beats", beats, (4 * departments + DistrictLayout.ownBeats)...(200 * departments))
    }
    try Self.check("days", days, 7...371)
    try Self.check("history days", historyDays, 0...28)
    try Self.check("spare", spare, -50...100)
    if let districtName, !TashkentDistrict.all.contains(where: { $0.name == districtName }) {
      throw .unknownDistrict(districtName, known: TashkentDistrict.all.map(\.name))
    }
    if let districtName, districts != 1 {
      throw .severalOfOneName(districtName, districts: districts)
    }
  }

  private static func check(
    _ option: String, _ value: Int, _ bounds: ClosedRange<Int>
  ) throws(GeneratorOptionError) {
    guard bounds.contains(value) else { throw .outOfBounds(option: option, value: value, bounds: bounds) }
  }
}

/// Why options cannot be generated.
public enum GeneratorOptionError: Error, Hashable, Sendable {
  /// A number is outside the bounds of its option.
  case outOfBounds(option: String, value: Int, bounds: ClosedRange<Int>)
  /// Not the name of a district of Tashkent.
  case unknownDistrict(String, known: [String])
  /// One district was named and several were asked for.
  case severalOfOneName(String, districts: Int)
}

extension GeneratorOptionError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .outOfBounds(let option, let value, let bounds):
      "\(option) is \(value); give a number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .unknownDistrict(let name, let known):
      "no district is named \(name); take one of: " + known.joined(separator: ", ")
    case .severalOfOneName(let name, let districts):
      "the district \(name) was named and \(districts) districts asked for; ask for 1"
    }
  }
}
