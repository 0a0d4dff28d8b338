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
}
