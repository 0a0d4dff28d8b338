import ArgumentParser
import Foundation
import RosterModel
import Screen

/// `patrol edit`: opens the dispatch desk.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Open the dispatch desk on a roster.",
    discussion: """
      Press ? in the desk for its keys. Without a terminal, --print prints the first screen.

      For example:
        patrol edit planned
        patrol edit planned --print --size 100x30
      """)

  @OptionGroup var folder: RosterArgument
  @OptionGroup var who: PersonOption
  @OptionGroup var quiet: QuietOption
  @Flag(help: "Look only: no key changes anything.") var readOnly = false
  @Flag(help: "Print the first screen and leave; needs no terminal.") var print = false
  @Option(help: ArgumentHelp("The size of the screen that --print prints, columns x lines.", valueName: "size"))
  var size = ScreenSize(width: 120, height: 40)
  @OptionGroup var clock: NowOption
  @Option(
    help: ArgumentHelp("The colours: dark, light, deuteranopia, tritanopia or mono.", valueName: "name"),
    completion: .list(["dark", "light", "deuteranopia", "tritanopia", "mono"]))
  var theme: String?
  @Flag(inversion: .prefixedNo, help: "Whether the mouse is used.") var mouse = true
  @Option(help: ArgumentHelp("Milliseconds to wait after Esc for the rest of a key, 0 to 1000.", valueName: "ms"))
  var escapeDelay = 25
  @Option(help: ArgumentHelp("The longest that a plan asked for in the desk searches.", valueName: "seconds"))
  var planTime = 30.0

  func validate() throws {
    if let theme, Theme.named(theme) == nil {
      throw ValidationError("--theme takes dark, light, deuteranopia, tritanopia or mono.")
    }
    guard (0...1000).contains(escapeDelay) else { throw ValidationError("--escape-delay takes 0 to 1000.") }
    guard planTime > 0, planTime <= 86_400 else {
      throw ValidationError("--plan-time takes seconds above 0 and up to a day.")
    }
  }

  func run() throws {
    var options = DeskOptions()
    let chosen = theme.flatMap { Theme.named($0) } ?? .dark
    options.theme = Theme.preferred(chosen, noColor: ProcessInfo.processInfo.environment["NO_COLOR"])
    options.escapeDelay = .milliseconds(escapeDelay)
    options.usesMouse = mouse
    options.nowText = clock.now
    options.person = try who.acting()
    options.planSeconds = planTime
    options.planThreads = ProcessInfo.processInfo.activeProcessorCount
    let status: ExitStatus
    if print {
      let first = try DeskRunner.print(
        folder: folder.roster, readOnly: readOnly, size: Size(width: size.width, height: size.height), options: options)
      StandardStreams().answer(first.screen)
      status = first.status
    } else {
      status = try DeskRunner.run(folder: folder.roster, readOnly: readOnly, options: options)
    }
    if status != .done { throw status }
  }
}

/// How the desk is opened.
struct DeskOptions: Sendable {
  var theme = Theme.dark
  /// How long to wait after an Escape for the rest of a sequence.
  var escapeDelay = Duration.milliseconds(25)
  /// Whether the terminal reports the mouse.
  var usesMouse = true
  /// The time taken for now as the command line gives it, in the roster's zone; `nil` for `PATROL_NOW` or the
  /// clock.
  var nowText: String?
  /// The time taken for now, in minutes since 1970-01-01 00:00 UTC; `nil` for the clock.
  var now: Int?
  /// Who works at the desk.
  var person = ""
  /// The longest that a plan asked for in the desk searches, in seconds.
  var planSeconds = 30.0
  /// The worker threads of such a plan.
  var planThreads = 2

  /// The options with `nowText` read in the roster's zone.
  ///
  /// - Throws: `CommandFailure` where it is not a time.
  func clocked(in settings: RosterSettings) throws -> DeskOptions {
    var clocked = self
    clocked.now = try DutyClock.given(nowText, settings: settings)?.instant
    return clocked
  }
}

/// A size given on the command line, as `120x40`.
struct ScreenSize: ExpressibleByArgument {
  /// Columns, 1 to 1,000.
  var width: Int
  /// Lines, 1 to 1,000.
  var height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}
