import Foundation
import Testing

@Suite("The JSON Schema of validate")
struct SchemaTests {
  private static let file = TemporaryFolder.samples.deletingLastPathComponent()
    .appending(path: "docs/validate.schema.json")

  @Test("the report of a roster with mistakes, of one without a table, and of one without settings is as it says")
  func reports() throws {
    let schema = try JSONSchema(Self.file)
    let folder = try TemporaryFolder()
    let roster = try folder.copy("one-department")
    for removed in [nil, "units.csv", "roster.toml"] {
      if let removed { try FileManager.default.removeItem(atPath: roster + "/" + removed) }
      let report = try Program.run(["validate", roster, "--format", "json"])
      #expect(try schema.complaints(about: Data(report.output.utf8)) == [])
    }
  }

  @Test("a report that lacks a field, or has one that the schema does not name, is not as it says")
  func wrongReports() throws {
    let schema = try JSONSchema(Self.file)
    let report = try Program.run(
      ["validate", TemporaryFolder.samples.appending(path: "one-department").path, "--format", "json"])
    for (field, other) in [
      ("\"verdict\"", "\"judgement\""), ("\"fail\"", "\"perhaps\""), ("\"errors\" : ", "\"errors\" : -"),
    ] {
      let wrong = report.output.replacingOccurrences(of: field, with: other)
      try #require(wrong != report.output)
      #expect(try !schema.complaints(about: Data(wrong.utf8)).isEmpty)
    }
  }
}
