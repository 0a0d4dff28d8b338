import RosterFolder
import RosterModel
import Testing

@Suite("The fields that findings blame")
struct FindingPlaceTests {
  @Test("a field is found after a byte order mark, quotes, line ends in a text, semicolons and columns in any order")
  func tables() throws {
    let table =
      "\u{FEFF}name;place;id;kind\r\nБозор;n1;a;post\r\n\r\n\"two\r\n\"\"lines\"\"\";n1;b;post\r\nx;n1;c;post\r\n"
    let folder = try TemporaryRoster(["beats.csv": table])
    #expect(
      try places(in: folder, "beats.csv", [(2, "id"), (4, "name"), (4, "id"), (6, "kind")]) == [
        "2:10", "4:1", "5:15", "6:8",
      ])
  }

  @Test("what is not there adds nothing: a column that the table lacks, a line beyond the end")
  func missing() throws {
    let folder = try TemporaryRoster(["districts.csv": "id,name\nnorth,North\n"])
    #expect(try places(in: folder, "districts.csv", [(2, "colour"), (9, "id"), (2, "name")]) == ["2:", "9:", "2:7"])
  }

  @Test("a file changed since it was read is not looked into")
  func changed() throws {
    let folder = try TemporaryRoster(["districts.csv": "id,name\nnorth,North\n"])
    let snapshot = try folder.read()
    try folder.write("districts.csv", "name,id\nNorth,north\n")
    #expect(snapshot.locatedInTables([finding("districts.csv", 2, .column("name"))]).first?.location?.column == nil)
  }

  @Test(
    "a key is found by its path, a shift by its id, another entry by its number; else the nearest around it",
    arguments: [
      (["days"], "5:1"), (["shift", "B", "start"], "16:1"), (["shift", "1", "start"], "16:1"),
      (["regime", "three-shift", "max_shifts", "C"], "33:1"), (["escort", "0", "by"], "42:1"),
      (["shift", "X", "start"], "8:1"), (["nothing"], ":"),
    ])
  func settings(path: [String], place: String) throws {
    let snapshot = try TemporaryRoster().read()
    let found = snapshot.locatedInSettings([finding("roster.toml", nil, .key(path))])
    #expect(found.map(text) == [place])
  }

  @Test("a key that is indented is found at its first character")
  func indented() throws {
    let settings = SampleFiles.settings.replacing("gap = 2000", with: "  gap = 2000")
    let snapshot = try TemporaryRoster(["roster.toml": settings]).read()
    let found = snapshot.locatedInSettings([finding("roster.toml", nil, .key(["weights", "gap"]))])
    #expect(found.map(text) == ["50:3"])
  }

  private func places(
    in folder: TemporaryRoster, _ file: String, _ fields: [(line: Int, column: String)]
  ) throws -> [String] {
    let findings = fields.map { finding(file, $0.line, .column($0.column)) }
    return try folder.read().locatedInTables(findings).map(text)
  }

  private func finding(_ file: String, _ line: Int?, _ field: Location.Field) -> Finding {
    Finding(
      rule: FormatRules.unknownID, subject: .row(table: file),
      location: Location(file: file, line: line, field: field), message: "")
  }

  private func text(_ finding: Finding) -> String {
    [finding.location?.line, finding.location?.column].map { $0.map(String.init) ?? "" }.joined(separator: ":")
  }
}
