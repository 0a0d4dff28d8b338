import Foundation
import Testing

@Suite("patrol new, as typed")
struct NewCommandTests {
  @Test("makes a roster that is read whole, whose only errors are its gaps, and that planning fills")
  func whole() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Program.run(["new", "fresh", "--days", "7", "--title", "A \"new\" \\ one"], in: folder.url).status == 0)
    let empty = try Program.run(["validate", "fresh", "--ignore", "COV001"], in: folder.url)
    #expect(empty.status == 0)
    let plan = try Program.run(["plan", "fresh", "--iterations", "4000", "--threads", "1"], in: folder.url)
    #expect(plan.status == 0)
    #expect(plan.output.contains("gaps       0 units below minimum"))
    #expect(try Program.run(["validate", "fresh"], in: folder.url).status == 0)
  }

  @Test("refuses a folder that holds anything, a roster too, and leaves it as it was")
  func refuses() throws {
    let folder = try TemporaryFolder()
    let path = try SmallRoster().write(to: folder)
    let before = try folder.contents(of: path)
    let outcome = try Program.run(["new", path])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("Name another folder"))
    #expect(try folder.contents(of: path) == before)
  }

  @Test(
    "refuses what cannot be",
    arguments: [
      ["--days", "0"], ["--days", "1000000000000000000"], ["--first-day", "2026-02-30"], ["--time-zone", "X"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["new", folder.path + "/fresh"] + arguments).status == 3)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/fresh"))
  }

  @Test("--after makes the next period: comments kept, history and what reaches into it, nothing published")
  func after() throws {
    let edit = try EditFixture {
      $0.appending(
        "unit,days,shift,reason\nu1,2026-12-08..2026-12-12,,leave\nu2,2026-11-01,,sick\n", to: "absences.csv"
      )
      .appending("2026-11-24,A,b1,u1,,\n2026-11-25,A,b1,u1,,\n", to: "assignments.csv")
      .appending("district,day,at,by\nnorth,2026-12-05,,\n", to: "publications.csv")
      .appending("id;name;phone\nnorth;North;101\nsouth;South;102\n", to: "districts.csv")
      .replacing("id,name\nnorth,North\nsouth,South\n", by: "", in: "districts.csv")
    }
    let next = edit.folder.path + "/next"
    let outcome = try Program.run(["new", next, "--after", edit.roster, "--days", "28", "--title", "The \"next\""])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = try edit.folder.contents(of: next).mapValues { String(decoding: $0, as: UTF8.self) }
    let expected = try edit.text("roster.toml")
      .replacingOccurrences(of: "\"Small\" #", with: "\"The \\\"next\\\"\" #")
      .replacingOccurrences(of: "2026-12-05 #", with: "2026-12-09 #")
      .replacingOccurrences(of: "days = 4", with: "days = 28")
    #expect(files["roster.toml"] == expected)
    #expect(
      files["assignments.csv"]
        == "day,shift,beat,unit,status,note\n2026-11-25,A,b1,u1,,\n2026-12-05,A,b1,u1,,\n2026-12-05,A,b1,v1,,\n")
    #expect(files["absences.csv"] == "unit,days,shift,reason\nu1,2026-12-08..2026-12-12,,leave\n")
    #expect(files["publications.csv"] == "district,day,at,by\n")
    #expect(try files["districts.csv"] == edit.text("districts.csv"))
    #expect(try Program.run(["validate", next, "--ignore", "COV"]).status == 0)
    #expect(try Program.run(["plan", next, "--iterations", "500", "--threads", "1"]).status != 3)
    let again = try Program.run(["new", next, "--after", edit.roster])
    #expect(again.status == 3 && again.errors.contains("Name another folder"))
  }

  @Test("--after a roster that is not whole, or to days that cannot follow, makes nothing")
  func afterRefused() throws {
    let edit = try EditFixture()
    let bad = try EditFixture { $0.appending("2026-13-05,A,b1,u2,,\n", to: "assignments.csv") }
    let target = edit.folder.path + "/next"
    for (arguments, status) in [
      (["--after", bad.roster], 2), (["--after", edit.folder.path], 2), (["--after", edit.folder.path + "/none"], 2),
      (["--after", edit.roster, "--first-day", "2026-12-05"], 3), (["--after", edit.roster, "--time-zone", "UTC"], 3),
      (["--after", edit.roster, "--first-day", "9999-12-30"], 3), (["--after", edit.roster, "--title", "\u{1B}"], 3),
    ] as [([String], Int32)] {
      #expect(try Program.run(["new", target] + arguments).status == status, "\(arguments)")
      #expect(!FileManager.default.fileExists(atPath: target))
    }
  }
}
