import Foundation
import Screen
import Testing

@testable import TerminalTesting

@Suite("An independent check")
struct TermcheckTests {
  /// The checker, where it lies beside the checkout, and what it needs is installed; not part of the product.
  static let checker: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = ProcessInfo.processInfo.environment["PATROL_SHARED"] ?? root.appending(path: "shared").path
    let path = folder + "/tools/termcheck.py"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let canRun = try? python(["-c", "import pyte"]).waitForEnd() == .exited(0)
    return canRun == true ? path : nil
  }()

  /// Runs Python on a terminal, where it starts with no signal blocked.
  static func python(_ arguments: [String]) throws -> TerminalRun {
    let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME"].contains($0.key) }
    return try TerminalRun(
      program: "/usr/bin/env", arguments: ["python3"] + arguments, size: Size(width: 200, height: 40),
      environment: inherited)
  }

  @Test("the terminal checker finds nothing left", .enabled(if: checker != nil, "the checker or pyte is not here"))
  func termcheck() throws {
    let checker = try #require(Self.checker)
    let run = try Self.python([checker, "--until", "Probe", "--", BuiltProgram.path("TerminalProbe")])
    run.patience = 120
    #expect(try run.waitForEnd() == .exited(0))
    let rows = run.screen.text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    #expect(rows.count == 10)
    #expect(rows.filter { !$0.contains("clean") } == ["window closed: ended"])
    #expect(rows.filter { $0.contains("stopped") && !$0.contains("30/30 lines") }.isEmpty)
  }
}
