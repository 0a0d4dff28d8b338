import Foundation
import Testing

/// A sheet on a wall is believed, whatever the terminal said when it was printed.
@Suite("Exports of a roster whose latest edits are missing")
struct StaleExportTests {
  private static let formats =
    "--sheets sheets --table table.csv --datapackage --calendar calendars --report report.html --xlsx book.xlsx"

  private let edit: EditFixture
  private var around: URL { edit.folder.url }

  /// A roster with an edit that its tables hold, and its journal moved away under something else.
  init() throws {
    edit = try EditFixture()
    #expect(try edit.run("assign --unit u2 --beat b1 --day 2026-12-06 --shift A").status == 0)
    try FileManager.default.moveItem(atPath: edit.roster + "/.patrol", toPath: edit.folder.path + "journal")
    try Data("in the way".utf8).write(to: URL(filePath: edit.roster + "/.patrol"))
  }

  private func mend() throws {
    try FileManager.default.removeItem(atPath: edit.roster + "/.patrol")
    try FileManager.default.moveItem(atPath: edit.folder.path + "journal", toPath: edit.roster + "/.patrol")
  }

  private func export(_ words: String) throws -> Program.Outcome {
    try Program.run(["export", "roster"] + words.split(separator: " ").map(String.init), in: around)
  }

  private func text(_ file: String) throws -> String {
    try String(contentsOf: around.appending(path: file), encoding: .utf8)
  }

  @Test("are not written, also not in place of whole ones, unless --stale asks for them")
  func refused() throws {
    try mend()
    #expect(try export(Self.formats).status == 0)
    let whole = try edit.folder.contents(of: edit.folder.path).filter { !$0.key.contains("roster/") }
    try FileManager.default.moveItem(atPath: edit.roster + "/.patrol", toPath: edit.folder.path + "journal")
    try Data().write(to: URL(filePath: edit.roster + "/.patrol"))
    let refused = try export(Self.formats + " --force")
    #expect(refused.status == 2 && refused.errors.contains("with --stale it is"), "\(refused.errors)")
    #expect(try export("--table -").output.isEmpty)
    let now = try edit.folder.contents(of: edit.folder.path)
    for (name, bytes) in whole { #expect(now[name] == bytes, "\(name)") }
  }

  @Test("say so on their face, and as of when")
  func faces() throws {
    let outcome = try export(Self.formats + " --stale")
    #expect(outcome.status == 2 && outcome.errors.contains("sheets: 16 sheets written"), "\(outcome.errors)")
    let time = /20\d\d-\d\d-\d\d \d\d:\d\d:\d\d/
    for (file, mark) in [
      ("sheets/n1_2026-12-05_A.csv", "\nOUT OF DATE,as of "), ("sheets/s1_2026-12-08_B.csv", "\nOUT OF DATE,as of "),
      ("table.csv", ",note,parts,out_of_date_as_of\n"), ("datapackage.json", "\"description\": \"OUT OF DATE: as of "),
      ("report.html", "<p class=\"stale\">OUT OF DATE: as of "), ("calendars/u1.ics", "SUMMARY:OUT OF DATE: Market"),
      ("calendars/u1.ics", "X-WR-CALDESC:OUT OF DATE: as of "),
    ] {
      let face = try text(file)
      #expect(face.contains(mark), "\(file): \(face)")
      #expect(face.contains(time), "\(file)")
    }
    let rows = try text("table.csv").split(separator: "\n").dropFirst()
    #expect(rows.count == 3 && rows.allSatisfy { $0.contains(/,20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/) })
    #expect(try text("datapackage.json").contains("\"name\": \"out_of_date_as_of\""))
    let json = try edit.json(try export("--table t.csv --stale --format json"))
    #expect((json["incomplete"] as? [String])?.isEmpty == false && (json["exported"] as? [Any])?.count == 1)
  }

  @Test("are read back as any others once the journal is there again, and replaced by the next export")
  func readBack() throws {
    #expect(try export(Self.formats + " --stale").status == 2)
    try mend()
    for source in ["sheets", "table.csv"] {
      let same = try Program.run(["import", "roster", source], in: around)
      #expect(same.status == 0 && same.errors == "nothing to import: the roster says the same\n", "\(same.errors)")
    }
    let sheet = around.appending(path: "sheets/n1_2026-12-06_A.csv")
    let edited = try text("sheets/n1_2026-12-06_A.csv").replacingOccurrences(of: ",u2,A,,", with: ",u2,A,locked,")
    try Data(edited.utf8).write(to: sheet)
    let imported = try Program.run(["import", "roster", "sheets"], in: around)
    #expect(imported.status == 0 && imported.errors.contains("imported, entry 2"), "\(imported.errors)")
    #expect(try edit.rows("assignments.csv").last == "2026-12-06,A,b1,u2,locked,")
    #expect(try export(Self.formats).status == 0)
    let files = try edit.folder.contents(of: edit.folder.path).filter { !$0.key.contains("roster/") }
    for (name, bytes) in files where name != "book.xlsx" {
      #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("out of date"), "\(name)")
      #expect(!String(decoding: bytes, as: UTF8.self).contains("out_of_date"), "\(name)")
    }
  }

  @Test("of a roster that is whole are not marked, with --stale either")
  func whole() throws {
    try mend()
    #expect(try export("--sheets sheets --stale").status == 0)
    #expect(try !text("sheets/n1_2026-12-05_A.csv").contains("OUT OF DATE"))
  }
}
