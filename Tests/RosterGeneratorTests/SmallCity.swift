import Coverage
import RosterModel

@testable import RosterGenerator

/// Cities small enough to be generated many times.
enum SmallCity {
  static func options(seed: UInt64 = 1, spare: Int = 5, days: Int = 28) -> GeneratorOptions {
    GeneratorOptions(districts: 1, departments: 4, beats: 22, days: days, spare: spare, seed: seed)
  }

  static func make(seed: UInt64 = 1, spare: Int = 5, days: Int = 28) throws -> GeneratedRoster {
    try RosterGenerator.generate(options(seed: seed, spare: spare, days: days))
  }

  /// What the rules find in a roster, those of fairness left out.
  ///
  /// Evenness is for a planner to weigh; the plant says what is possible, and units that stand idle lower every mean.
  static func findings(_ roster: Roster) -> [Finding] {
    var options = ValidationOptions()
    options.ignore = ["EQL"]
    return Validator.findings(in: roster, options: options)
  }
}
