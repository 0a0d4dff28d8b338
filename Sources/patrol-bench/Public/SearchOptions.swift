import ArgumentParser
import RosterEngine

/// How long, with how many threads and from which seed a public instance is searched.
struct SearchOptions: ParsableArguments {
  @Option(help: "Seconds to search.")
  var seconds = 60.0
  @Option(help: "Worker threads.")
  var threads = 2
  @Option(help: "Seed of the search.")
  var seed: UInt64 = 1

  @Option(help: "Moves to evaluate, about, in place of the seconds: the same roster every time.")
  var iterations: Int?
  @Option(help: "annealing, columns or both.")
  var method = SearchMethod.both

  func validate() throws {
    guard seconds > 0, seconds <= 1_000_000 else { throw ValidationError("--seconds must be above 0.") }
    guard 1...256 ~= threads else { throw ValidationError("--threads must be 1 to 256.") }
  }
}

extension SearchMethod: ExpressibleByArgument {}
