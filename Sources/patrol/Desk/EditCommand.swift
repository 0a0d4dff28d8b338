import ArgumentParser
import Foundation
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
  @Option(
    help: ArgumentHelp(
      "The time that today goes by, as 2026-12-05T03:00 (default: PATROL_NOW, or the clock).", valueName: "time"))
  var now: String?
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
    options.nowText = now
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
