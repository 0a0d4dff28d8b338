import ArgumentParser
import BenchmarkFormats
import Foundation

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
