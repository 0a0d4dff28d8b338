import Screen
import TerminalTesting

/// Starts the probe: a small program that shows the events it gets.
enum Probe {
  static func start(
    size: Size = Size(width: 80, height: 24), environment: [String: String] = [:]
  ) throws -> TerminalRun {
    let run = try TerminalRun(
      program: BuiltProgram.path("TerminalProbe"), size: size, environment: environment)
    try run.wait(for: "Probe")
    return run
  }
}
