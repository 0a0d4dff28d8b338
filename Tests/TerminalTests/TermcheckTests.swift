import Foundation
import Testing

@testable import TerminalTesting

@Suite("An independent check")
struct TermcheckTests {
  /// The checker, where it lies beside the checkout; not part of the product.
  static let checker: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = ProcessInfo.processInfo.environment["PATROL_SHARED"] ?? root.appending(path: "shared").path
    let path = folder + "/tools/termcheck.py"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  @Test("the terminal checker finds nothing left", .enabled(if: checker != nil, "the checker is not here"))
  func termcheck() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = try [
      "python3", #require(Self.checker), "--until", "Probe", "--", BuiltProgram.path("TerminalProbe"),
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(text)")
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count == 10)
    #expect(rows.filter { !$0.contains("clean") }.map(String.init) == ["window closed: ended"])
    #expect(rows.filter { $0.contains("stopped") }.allSatisfy { $0.contains("30/30 lines") })
  }
}
