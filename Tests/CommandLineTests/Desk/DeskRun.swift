import Screen
import TerminalTesting

/// The built `patrol edit` on a terminal, with a dispatcher at the keyboard.
enum DeskRun {
  /// Noon of the last planned day of the hand-written sample: its first gap in time is the night's response car.
  static let noon = "2026-12-10T12:00"

  /// Opens a folder; the waits are long enough for a machine that is busy with other work.
  static func start(
    _ folder: String, _ options: [String] = [], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:]
  ) throws -> TerminalRun {
    let run = try TerminalRun(
      program: BuiltProgram.path("patrol"), arguments: ["edit", folder, "--now", noon] + options, size: size,
      environment: environment)
    run.patience = 60
    try run.wait(for: "q Quit")
    return run
  }

  /// Opens a folder whose first screen shows the grid, and goes to the night of the response car: a gap, or filled by now.
  static func startAtGap(
    _ folder: String, _ options: [String] = [], environment: [String: String] = [:]
  ) throws -> TerminalRun {
    let run = try start(folder, options, environment: environment)
    run.press("l l")
    try run.wait(for: "Tezkor guruh 1 · Thu 10 Dec · C Night")
    return run
  }

  /// Posts a unit to the cell under the cursor by typing its callsign.
  static func type(_ callsign: String, in run: TerminalRun) throws {
    run.press("Enter")
    try run.wait(for: "Assign to Tezkor guruh 1")
    run.type(callsign)
    try run.wait(for: callsign)
    run.press("Enter")
    try run.wait(for: "Assign \(callsign) to")
  }

  /// The same, until it is saved.
  static func assign(_ callsign: String, in run: TerminalRun) throws {
    try type(callsign, in: run)
    try run.wait(until: "it is saved") { $0.screen.text(ofRow: 0).hasSuffix("saved") }
  }
}
