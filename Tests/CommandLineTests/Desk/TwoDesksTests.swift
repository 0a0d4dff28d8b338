import Foundation
import Screen
import Testing

@testable import TerminalTesting

@Suite("Two desks on one roster")
struct TwoDesksTests {
  private let here: TemporaryFolder
  private let roster: String

  init() throws {
    here = try TemporaryFolder()
    roster = try here.copy("one-department")
  }

  @Test("each sees who the other is and where, and an edit of one shows in the other")
  func live() throws {
    let first = try DeskRun.startAtGap(roster, ["--as", "Aliyev"])
    let second = try DeskRun.startAtGap(roster, ["--as", "Karimova"])
    try first.wait(for: "@ Karimova")
    try second.wait(for: "@ Aliyev")
    second.press("h")
    try first.wait(until: "her cursor is in the evening") { $0.screen.text.contains("@Karimova") }
    try DeskRun.assign("Qalqon-1", in: first)
    try second.wait(for: "Assign Qalqon-1 to Tezkor guruh 1, Thu 10 Dec C")
    #expect(second.screen.text.contains("Aliyev, "))
    second.press("l")
    try second.wait(for: "Qalqon-1 police C")
    first.press("q")
    try first.waitForEnd()
    try second.wait(until: "he is gone") { !$0.screen.text(ofRow: 0).contains("Aliyev") }
    second.press("q")
    try second.waitForEnd()
    let table = try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8)
    #expect(table.contains("2026-12-10,C,yun-car1,y-r1,,"))
  }

  @Test("the same unit's day in both: one is saved, the other is told by whom it was changed and when")
  func clash() throws {
    let desks = try ["Aliyev", "Karimova"].map { try DeskRun.startAtGap(roster, ["--as", $0]) }
    var lock: WriteLock? = try WriteLock(of: roster)
    for desk in desks {
      try DeskRun.type("Qalqon-1", in: desk)
      try desk.wait(until: "the edit is pending") { $0.screen.text(ofRow: 0).contains("1 pending") }
    }
    withExtendedLifetime(lock) {}
    lock = nil
    for desk in desks {
      try desk.wait(until: "it is saved or refused") { !$0.screen.text(ofRow: 0).contains("pending") }
    }
    let refused = desks.indices.filter { desks[$0].screen.text.contains("Not recorded") }
    try #require(refused.count == 1)
    let loser = desks[refused[0]]
    let winner = refused[0] == 0 ? "Karimova" : "Aliyev"
    #expect(loser.screen.text.contains("\(winner) has changed Qalqon-1 on Thu 10 Dec meanwhile, at "))
    loser.press("d")
    try loser.wait(for: "Dropped: Assign Qalqon-1")
    try loser.wait(for: "Qalqon-1 police C")
    for desk in desks {
      desk.press("q")
      try desk.waitForEnd()
    }
    let table = try String(contentsOfFile: roster + "/assignments.csv", encoding: .utf8)
    #expect(table.components(separatedBy: "2026-12-10,C,yun-car1,y-r1,,").count == 2)
  }
}
