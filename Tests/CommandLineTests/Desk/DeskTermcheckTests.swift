import Testing

@testable import TerminalTesting

@Suite("An independent check of the desk")
struct DeskTermcheckTests {
  @Test(
    "the terminal checker finds nothing that the desk leaves",
    .enabled(if: Termcheck.path != nil, "the checker or pyte is not here"))
  func termcheck() throws {
    let here = try TemporaryFolder()
    let roster = try here.copy("one-department")
    let (rows, end) = try Termcheck.rows(
      BuiltProgram.path("patrol"), ["edit", roster, "--now", DeskRun.noon], first: "q Quit")
    #expect(end == .exited(0))
    #expect(rows.count == 10)
    #expect(rows.filter { !$0.contains("clean") } == ["window closed: ended"])
    #expect(rows.filter { $0.contains("stopped") && !$0.contains("30/30 lines") }.isEmpty)
  }
}
