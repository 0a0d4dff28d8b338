import AnnealingTwin
import ArgumentParser
import BenchmarkFormats
import Foundation

/// `patrol-bench inrc2`: a static instance of the Second International Nurse Rostering Competition.
struct Inrc2Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inrc2",
    abstract: "Solves an INRC-II instance with all weeks known.",
    discussion: """
      Prints a line of CSV: instance, seed, threads, seconds, cost, proven bound, seconds to the first valid roster. \
      Exits 1 where no valid roster was found.
      """)

  @Argument(help: "The folder of the scenario, n030w4 say.")
  var folder: String
  @Option(help: "Number of the history.")
  var history = 0
  @Option(help: "Numbers of the weeks, 6-2-9-1 say.")
  var weeks: String
  @OptionGroup var search: SearchOptions
  @Option(help: "The folder to write sol-week0.txt and so on to.")
  var output: String?

  mutating func run() throws {
    let numbers = try InstanceFiles.weeks(weeks)
    let read = try InstanceFiles.nurseRostering(folder, history: history, weeks: numbers)
    let scenario = InstanceFiles.scenarioName(folder)
    let run = try BenchmarkRun(
      read.problem, instance: "\(scenario)_\(history)_\(weeks)", search: search, minimaAreHard: true)
    if let output { try PublicInstance.write(run.solution, of: read, scenario: scenario, to: URL(filePath: output)) }
    print(BenchmarkRun.header)
    print(run.line)
    if run.violations > 0 { throw ExitCode(1) }
  }
}

/// `patrol-bench nrp`: an instance of the Curtois-Qu shift scheduling set.
struct NrpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nrp",
    abstract: "Solves a Curtois-Qu shift scheduling instance.",
    discussion: """
      Prints a line of CSV: instance, seed, threads, seconds, cost, proven bound, seconds to the first valid roster. \
      Exits 1 where no valid roster was found.
      """)

  @Argument(help: "The instance, a text file of the set.")
  var instance: String
  @OptionGroup var search: SearchOptions
  @Option(help: "Where to write the roster: a row an employee, a cell a day.")
  var output: String?

  mutating func run() throws {
    let read = try InstanceFiles.shiftScheduling(instance)
    let name = URL(filePath: instance).deletingPathExtension().lastPathComponent
    let run = try BenchmarkRun(read.problem, instance: name, search: search, minimaAreHard: false)
    if let output { try Data(read.text(of: run.solution).utf8).write(to: URL(filePath: output)) }
    print(BenchmarkRun.header)
    print(run.line)
    if run.violations > 0 { throw ExitCode(1) }
  }
}

/// `patrol-bench table`: a list of public instances, solved one after the other.
struct TableCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Solves a list of public instances and prints how far each is above the best known.",
    discussion: """
      Each line of the list is `nrp INSTANCE.txt` or `inrc2 FOLDER HISTORY WEEKS` and may end with `seconds=120`; lines \
      that begin with # are comments. Best known values are read from best_known.csv beside the instance, or in the \
      folder above. An instance that is not there is named in a row of its own. Exits 1 where a run found no valid \
      roster.
      """)

  @Argument(help: "The list.")
  var list: String
  @Option(help: "Where the paths of the list begin; else the list's own folder.")
  var from: String?
  @Option(help: "Runs of each instance, with seeds that count up; the excess is that of their median.")
  var runs = 1
  @Option(help: "A folder for the rosters, as the sets' scorers read them.")
  var output: String?
  @OptionGroup var search: SearchOptions

  func validate() throws {
    guard 1...99 ~= runs else { throw ValidationError("--runs is \(runs), expected 1 to 99.") }
  }

  mutating func run() throws {
    var isWhole = true
    print(BenchmarkRow.header)
    for line in try InstanceFiles.text(list).split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let entry = try BenchmarkEntry(String(line), seconds: search.seconds, folder: folder)
      guard FileManager.default.fileExists(atPath: entry.path) else {
        print(BenchmarkRow.absent(entry.name))
        continue
      }
      let row = try row(entry)
      isWhole = isWhole && row.isValid
      print(row.text)
      fflush(nil)
    }
    if !isWhole { throw ExitCode(1) }
  }

  private var folder: URL { from.map { URL(filePath: $0) } ?? URL(filePath: list).deletingLastPathComponent() }

  private func row(_ entry: BenchmarkEntry) throws -> BenchmarkRow {
    let instance = try entry.read()
    var row = BenchmarkRow(name: entry.name, best: BestKnown(near: entry.path)[entry.key])
    for turn in 0..<runs {
      var search = search
      search.seconds = entry.seconds
      search.seed += UInt64(turn)
      let run = try instance.run(entry.name, search)
      row.runs.append(run)
      if let output {
        try instance.write(run.solution, to: URL(filePath: output), name: "\(entry.name)-seed\(search.seed)")
      }
    }
    return row
  }
}

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
