import Foundation
import Testing

@Suite("Where things are written, and who may read them there")
struct OutputPlaceTests {
  private func mode(_ home: ScriptHome, _ name: String) -> String {
    var status = stat()
    guard stat(home.url.appending(path: name).path, &status) == 0 else { return "not there" }
    return String(status.st_mode & 0o7777, radix: 8)
  }

  @Test(
    "what is exported follows the umask, as every program's files do, and what it replaces keeps its mode",
    arguments: [("002", "664", "775"), ("022", "644", "755"), ("077", "600", "700")])
  func umask(mask: String, file: String, folder: String) throws {
    let home = try ScriptHome()
    let export =
      "umask \(mask); patrol export rosters/city --table t.csv --datapackage --sheets out/s --calendar c --report r.html"
    #expect(try home.run(export).status == 0)
    for name in ["t.csv", ".t.csv.patrol", "datapackage.json", "r.html", "out/s/.patrol-sheets", "c/u1.ics"] {
      #expect(mode(home, name) == file, "\(name)")
    }
    #expect(mode(home, "out/s/n1_2026-12-07_A.csv") == file)
    for name in ["out", "out/s", "c"] { #expect(mode(home, name) == folder, "\(name)") }
    let answer = try home.run(
      "chmod 604 t.csv out/s/n1_2026-12-07_A.csv out/s/.patrol-sheets c/u1.ics\n"
        + "sed -i s/Сокол/Бургут/ rosters/city/units.csv\n\(export)")
    #expect(answer.output.contains("1 calendars written") || answer.output.contains("2 calendars written"))
    for name in ["t.csv", "out/s/n1_2026-12-07_A.csv", "out/s/.patrol-sheets", "c/u1.ics"] {
      #expect(mode(home, name) == "604", "\(name)")
    }
  }

  @Test("what is new in a roster folder has the folder's rights, whatever the umask", arguments: ["002", "077"])
  func roster(mask: String) throws {
    let home = try ScriptHome()
    _ = try home.run(
      """
      umask \(mask); chmod 2750 rosters/city
      patrol validate rosters/city --report json=rosters/city/report.json --write-baseline rosters/city/base.json
      patrol publish rosters/city --day 2026-12-07
      """)
    for name in ["report.json", "base.json", "publications.csv", "published.csv", ".patrol/journal.sqlite"] {
      #expect(mode(home, "rosters/city/\(name)") == "640", "\(name)")
    }
    #expect(mode(home, "rosters/city/.patrol") == "2750")
  }

  @Test(
    "a roster inside a roster is refused, by whatever makes one",
    arguments: [
      "patrol plan rosters/week --output rosters/week/sub", "patrol new rosters/week/sub",
      "mkdir -p rosters/week/a/b; patrol new rosters/week/a/b/c",
      "patrol new rosters/city/next --after rosters/week", "cd rosters/week; patrol plan --output sub",
      "ln -s rosters/week link; patrol new link/sub",
    ])
  func nested(script: String) throws {
    let home = try ScriptHome()
    let answer = try home.run(script)
    #expect(answer.status == 3)
    #expect(answer.output.contains("is inside the roster \""), "\(answer.output)")
    #expect(answer.output.contains("nothing was written"))
    #expect(try home.run("find rosters -mindepth 3 -not -path '*/a*' -not -path '*/.patrol/*'").output.isEmpty)
  }

  @Test(
    "the root, a home and the folder of a journal take no sheets and no calendars, also by --force",
    arguments: ["--sheets", "--calendar"])
  func reserved(option: String) throws {
    let home = try ScriptHome()
    _ = try home.run("ln -s / root; patrol lock rosters/city --unit u1 --day 2026-12-07")
    let before = try home.run("find . -not -name 'journal.sqlite*' | sort; ls -A /").output
    for place in [
      "/", "//", "/tmp/..", "\"$HOME\"", ".", "rosters/..", "rosters/city/.patrol/s", "rosters/city/.patrol",
    ] {
      let answer = try home.run("patrol export rosters/city --force \(option) \(place)")
      #expect(answer.status == 3, "\(place)")
      #expect(answer.output.contains("nothing was written"), "\(answer.output)")
    }
    #expect(try home.run("patrol export rosters/city --table rosters/city/.patrol/t.csv").status == 3)
    #expect(try home.run("patrol validate rosters/city --report csv=rosters/city/.patrol/t.csv").status == 3)
    #expect(try home.run("patrol validate rosters/city --report csv=rosters/city/.patrol-tail").status == 3)
    #expect(try home.run("find . -not -name 'journal.sqlite*' | sort; ls -A /").output == before)
  }

  @Test(
    "a folder of other things takes none without --force; a new one does, an empty one, and one of earlier exports",
    arguments: ["--sheets", "--calendar"])
  func notOurs(option: String) throws {
    let home = try ScriptHome()
    _ = try home.run("mkdir docs empty git; touch docs/thesis.tex; mkdir git/.git; touch git/.gitignore")
    let answer = try home.run("patrol export rosters/city \(option) docs")
    #expect(answer.status == 3)
    #expect(
      answer.output.contains("docs holds files, and none of them is of an export; nothing was written:\n  thesis.tex"))
    #expect(try home.run("ls -A docs").output == "thesis.tex\n")
    for place in ["empty", "git", "new/place", "docs --force", "docs", "rosters/city/sheets"] {
      let answer = try home.run("patrol export rosters/city \(option) \(place)")
      #expect(answer.status == 0, "\(answer.output)")
    }
    // One of the other sort takes it for its own too, and so it is beside a table.
    #expect(try home.run("patrol export rosters/city --sheets empty --calendar empty").status == 0)
    _ = try home.run("mkdir beside; patrol export rosters/city --table beside/all.csv")
    #expect(try home.run("patrol export rosters/city \(option) beside").status == 0)
  }
}
