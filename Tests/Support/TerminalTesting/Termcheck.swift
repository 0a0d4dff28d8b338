import Foundation
import Screen

/// An independent checker of terminal hygiene, where it lies beside the checkout; not part of the product.
public enum Termcheck {
  /// Where it is; nil where it is not, or what it needs is not installed.
  public static let path: String? = {
    let root = (0..<5).reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
    let folder = ProcessInfo.processInfo.environment["PATROL_SHARED"] ?? root.appending(path: "shared").path
    let path = folder + "/tools/termcheck.py"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let canRun = try? python(["-c", "import pyte"]).waitForEnd() == .exited(0)
    return canRun == true ? path : nil
  }()

  /// What it finds for each way in which a program can end or be stopped, and whether it liked all of it.
  ///
  /// - Parameter first: a pattern that the program's first screen matches.
  public static func rows(
    _ program: String, _ arguments: [String] = [], first: String
  ) throws -> (rows: [String], end: TerminalRun.End) {
    guard let path else { throw RunError(what: "the checker is not here", screen: "") }
    let run = try python([path, "--until", first, "--", program] + arguments)
    run.patience = 120
    let end = try run.waitForEnd()
    return (run.screen.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init), end)
  }

  /// Runs Python on a terminal, where it starts with no signal blocked.
  private static func python(_ arguments: [String]) throws -> TerminalRun {
    let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME"].contains($0.key) }
    return try TerminalRun(
      program: "/usr/bin/env", arguments: ["python3"] + arguments, size: Size(width: 200, height: 40),
      environment: inherited)
  }
}
