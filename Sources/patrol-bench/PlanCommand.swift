import ArgumentParser
import Coverage
import Foundation
import Planner
import RosterFolder
import RosterGenerator
import RosterModel

/// `patrol-bench plan`: a roster planned as `patrol plan` does it, with its gaps over time and where the time went.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plans a roster folder, or a generated city, and prints the gaps over time.",
    discussion: """
      One line whenever the gaps, or the first digits of the cost, change: seconds since the search began, units below \
      minimum, units below target, cost, bound, moves. Nothing is written. Exits 1 where gaps are left.
      """)

  @Argument(help: "The roster folder; without one, a city is generated.")
  var roster: String?
  @Option(help: "Districts of the generated city.")
  var districts = 12
  @Option(help: "Spare units of the generated city, in per cent.")
  var spare = 5
  @Option(help: "Seed of the generated city.")
  var citySeed: UInt64 = 1
  @Option(help: "Seconds to search.")
  var seconds = 60.0
  @Option(help: "Moves to try, in place of a time.")
  var iterations: Int?
  @Option(help: "Worker threads.")
  var threads = 2
  @Option(help: "Seed of the search.")
  var seed: UInt64 = 1

  mutating func run() throws {
    let clock = ContinuousClock()
    let began = clock.now
    let roster = try read()
    let readBy = clock.now
    _ = try ProblemCompiler.compile(roster)
    let compiledBy = clock.now
    print(
      "units \(roster.units.count), beats \(roster.beats.count), days \(roster.settings.days): "
        + "read in \(text(readBy - began)) s, compiled in \(text(compiledBy - readBy)) s")

    var options = PlanOptions()
    options.seed = seed
    options.threads = threads
    options.iterations = iterations
    options.timeLimit = iterations == nil ? seconds : nil
    let control = PlanControl()
    let log = Thread { [control] in Self.log(control) }
    log.start()
    defer { log.cancel() }
    let proposal = try PlannerJob.run(roster, options: options, control: control)
    let plannedBy = clock.now

    let planned = proposal.change.applied(to: roster)
    let summary = CoverageGrid(planned).summary()
    let findings = Validator.findings(in: planned).filter { $0.severity == .error && $0.rule.family != "COV" }
    print(
      """
      total        \(text(plannedBy - compiledBy)) s, \(proposal.moves) moves, \(Int(try PeakMemory.mebibytes())) MiB
      gaps         \(proposal.gaps) units below minimum, \(proposal.shortfall) below target; \(proposal.shortBound) proven
      coverage     \(summary.missing) of \(summary.required) units missing, \(summary.shortfall) below target
      cost         \(proposal.cost.total), bound \(proposal.bound)
      parts        \(proposal.cost.parts.map { "\($0.name) \($0.cost)" }.joined(separator: ", "))
      findings     \(findings.count) errors that are not about coverage
      """)
    if proposal.gaps > 0 || !findings.isEmpty { throw ExitCode(1) }
  }

  private func read() throws -> Roster {
    guard let roster else {
      return try RosterGenerator.generate(GeneratorOptions(districts: districts, spare: spare, seed: citySeed)).roster
    }
    let snapshot = try FolderReader.read(at: roster)
    guard let read = snapshot.roster else { throw ValidationError("\(roster) is not a roster folder") }
    return read
  }

  private static func log(_ control: PlanControl) {
    var last = ""
    while !Thread.current.isCancelled {
      if let now = control.progress {
        let state = "gaps \(now.gaps)  shortfall \(now.shortfall)  cost \(now.cost / 1000)k  bound \(now.bound / 1000)k"
        if state != last {
          print(String(format: "%7.2f s  ", now.elapsed) + state + "  moves \(now.moves)")
          last = state
        }
      }
      Thread.sleep(forTimeInterval: 0.25)
    }
  }

  private func text(_ duration: Duration) -> String { String(format: "%.2f", duration / .seconds(1)) }
}
