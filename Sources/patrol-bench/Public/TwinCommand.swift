import AnnealingTwin
import ArgumentParser
import BenchmarkFormats
import Foundation

/// `patrol-bench twin`: the inner loop of annealing by rows against the same loop in C.
struct TwinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "twin",
    abstract: "Measures the inner loop of annealing against its twin in C.",
    discussion: """
      Both loops have the same buffers, algorithm and random numbers. Prints a line of CSV: instance, seed, moves, \
      moves a second and thread in Swift and in C, how many times as long Swift takes, and the checksum of all moves \
      taken by each. Exits 1 where the checksums differ.
      """)

  @Argument(help: "An instance of the Curtois-Qu set, a text file.")
  var instance: String
  @Option(help: "Moves to try, from hot to cold.")
  var moves = 20_000_000
  @Option(help: "Seed of the random numbers.")
  var seed: UInt64 = 1
  @Option(help: "Times that both are measured in turn; the fastest of each counts.")
  var rounds = 3

  func validate() throws {
    guard 1...1_000_000_000_000 ~= moves else { throw ValidationError("--moves must be above 0.") }
    guard 1...1000 ~= rounds else { throw ValidationError("--rounds must be 1 to 1000.") }
  }

  mutating func run() throws {
    let problem = try InstanceFiles.shiftScheduling(instance).problem
    guard let found = AnnealingTwin.compare(problem, moves: moves, seed: seed, rounds: rounds) else {
      throw ValidationError("\(instance) has rows that cannot be annealed one by one.")
    }
    let name = URL(filePath: instance).deletingPathExtension().lastPathComponent
    let speeds = [found.swiftSpeed, found.twinSpeed].map { String(format: "%.0f", $0) }.joined(separator: ",")
    let checksums = [found.swiftChecksum, found.twinChecksum].map { String($0, radix: 16) }.joined(separator: ",")
    print("instance,seed,moves,swift_moves_per_second,c_moves_per_second,ratio,swift_checksum,c_checksum")
    print("\(name),\(seed),\(moves),\(speeds),\(String(format: "%.3f", found.ratio)),\(checksums)")
    if !found.agrees { throw ExitCode(1) }
  }
}
