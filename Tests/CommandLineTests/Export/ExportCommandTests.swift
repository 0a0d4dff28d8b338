import Foundation
import Testing

@Suite("patrol export, as typed")
struct ExportCommandTests {
  /// A roster of one beat, with a row of assignments that cannot be read where `badRow` is given.
  private func roster(in folder: TemporaryFolder, badRow: String = "") throws -> String {
    let files = [
      "roster.toml": """
      format = 1
      title = "Small"
      time_zone = "Asia/Tashkent"
      first_day = 2026-12-05
      days = 1
      [[shift]]
      id = "A"
      name = "Day"
      start = "08:00"
      hours = 24
      [regime.any]
      shifts = ["A"]
      """,
      "districts.csv": "id,name\nnorth,North",
      "departments.csv": "id,district,name\nn1,north,North 1",
      "beats.csv": "id,place,name,kind,forces,needs,task\nb1,n1,Market,post,,,Walk",
      "units.csv":
        "id,callsign,force,home,reach,regime,officers,mode,skills,leader\nu1,Сокол,police,n1,district,any,2,foot,,",
      "demand.csv": "place,per,kind,days,shift,force,skill,minimum,target,maximum\nb1,,,daily,,,,1,,",
      "assignments.csv": "day,shift,beat,unit,status,note\n2026-12-05,A,b1,u1,,\n\(badRow)",
    ]
    let target = folder.url.appending(path: "roster")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    for (name, text) in files { try Data((text + "\n").utf8).write(to: target.appending(path: name)) }
    return target.path
  }

  @Test("a table on standard output is the answer and nothing else; a second run gives the same bytes")
  func table() throws {
    let folder = try TemporaryFolder()
    let path = try roster(in: folder)
    let first = try Program.run(["export", path, "--table", "-"])
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(first.lines.count == 2)
    #expect(first.lines[1].contains(",u1,Сокол,police,"))
    #expect(try Program.run(["export", path, "--table", "-"]).output == first.output)
  }

  @Test("the planned sheets are written twice in a row, and the second run finds them as they should be")
  func twice() throws {
    let folder = try TemporaryFolder()
    let path = try roster(in: folder)
    for expected in ["1 sheets written, 0 unchanged", "0 sheets written, 1 unchanged"] {
      let outcome = try Program.run(["export", path, "--sheets", "sheets"], in: folder.url)
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(expected))
    }
  }

  @Test("a roster with a bad row is exported as far as it could be read, with exit code 2")
  func incomplete() throws {
    let folder = try TemporaryFolder()
    let path = try roster(in: folder, badRow: "2026-13-05,A,b1,u1,,\n")
    let outcome = try Program.run(["export", path, "--sheets", "sheets"], in: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("assignments.csv:3"))
    let sheet = folder.url.appending(path: "sheets/n1_2026-12-05_A.csv")
    #expect(try String(contentsOf: sheet, encoding: .utf8).contains("Сокол"))
  }

  @Test("wrong usage is exit code 3 and writes nothing", arguments: [["--department", "n9"], ["--day", "someday"]])
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let path = try roster(in: folder)
    let outcome = try Program.run(["export", path, "--sheets", "sheets"] + arguments, in: folder.url)
    #expect(outcome.status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "sheets").path))
  }
}
