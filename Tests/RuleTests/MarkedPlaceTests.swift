import Coverage
import Foundation
import Journal
import RosterFolder
import RosterModel
import Testing

@Suite("The places of findings, marked in the input")
struct MarkedPlaceTests {
  @Test("every rule of the catalogue has a roster that passes and one that fails")
  func complete() {
    #expect(RuleCase.all.map(\.rule).sorted() == RuleCatalogue.all.map(\.id).sorted())
  }

  @Test("a rule finds nothing in the roster that passes", arguments: RuleCase.all)
  func passing(rule: RuleCase) throws {
    #expect(try places(of: rule.rule, in: rule.passing, without: []) == [])
    #expect(MarkedText(rule.passing.values.joined()).marks.isEmpty)
  }

  @Test("a rule finds what is marked in the roster that fails, and nothing else", arguments: RuleCase.all)
  func failing(rule: RuleCase) throws {
    let marked = rule.failing.mapValues { MarkedText($0) }
    let expected = marked.flatMap { file, text in text.marks.map { file + $0.place } } + rule.elsewhere
    try #require(!expected.isEmpty)
    #expect(marked.values.flatMap(\.marks).allSatisfy { $0.rule == rule.rule })
    let found = try places(of: rule.rule, in: marked.mapValues(\.text), without: rule.without)
    #expect(found == expected.sorted())
  }

  /// The places of a rule's findings in a folder of these files, as compilers print them.
  private func places(of rule: String, in files: [String: String], without: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in BaseRoster.files.merging(files, uniquingKeysWith: { $1 }) where !without.contains(name) {
      // A text of Swift is always UTF-8, so U+FFFD stands for a byte that is not.
      let bytes = text.unicodeScalars.flatMap { $0 == "\u{FFFD}" ? [0xFF] : Array(String($0).utf8) }
      try Data(bytes).write(to: folder.appending(path: name))
    }
    let reading = try RosterReading(at: folder.path)
    let snapshot = reading.snapshot
    let own = reading.wholeness.findings + (snapshot.roster.map { Validator.findings(in: $0) } ?? [])
    let findings = snapshot.locatedInTables(snapshot.locatedInSettings(own.filter { $0.rule.id == rule }))
    return findings.map { finding in
      guard let location = finding.location else { return "" }
      return location.file + [location.line, location.column].compactMap { $0 }.map { ":\($0)" }.joined()
    }.sorted()
  }
}
