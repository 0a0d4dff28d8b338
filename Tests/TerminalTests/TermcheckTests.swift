import Testing

@testable import TerminalTesting

@Suite("An independent check")
struct TermcheckTests {
  @Test(
    "the terminal checker finds nothing left",
    .enabled(if: Termcheck.path != nil, "the checker or pyte is not here"))
  func termcheck() throws {
    let (rows, end) = try Termcheck.rows(BuiltProgram.path("TerminalProbe"), first: "Probe")
    #expect(end == .exited(0))
    #expect(rows.count == 10)
    #expect(rows.filter { !$0.contains("clean") } == ["window closed: ended"])
    #expect(rows.filter { $0.contains("stopped") && !$0.contains("30/30 lines") }.isEmpty)
  }
}
