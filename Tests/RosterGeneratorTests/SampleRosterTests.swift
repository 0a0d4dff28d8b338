import Coverage
import Foundation
import RosterFolder
import RosterModel
import Testing

@testable import RosterGenerator

@Suite("The sample rosters")
struct SampleRosterTests {
  @Test("one-department's README names the finding of every mistake, and the rest are gaps of shifts not planned")
  func oneDepartment() throws {
    let path = SampleRosters.path("one-department")
    let snapshot = try FolderReader.read(at: path)
    let roster = try #require(snapshot.roster)
    var findings = snapshot.findings + Validator.findings(in: roster)
    let readme = try String(contentsOfFile: path + "/README.md", encoding: .utf8)
    let named = readme.split(separator: "\n").compactMap(NamedFinding.init)
    #expect(named.count == 10)
    for name in named {
      let index = findings.firstIndex(where: name.names)
      #expect(index != nil, "no finding for \(name)")
      if let index { findings.remove(at: index) }
    }
    let lastPlanned = try #require(Day(iso: "2026-12-10"))
    for finding in findings {
      guard case .cell(let place, let day, let shift) = finding.subject.asCell else {
        Issue.record("not named: \(finding.message)")
        continue
      }
      #expect(finding.rule.id == "COV001", "not named: \(finding.message)")
      #expect(day > lastPlanned || (day == lastPlanned && shift == "C"), "not named: \(place) \(finding.message)")
    }
  }
}

extension SampleRosterTests {
  @Test("yunusobod is what the generator makes of the options in its README, byte for byte")
  func yunusobodIsGenerated() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yunusobod-\(UUID().uuidString)")
    let city = try RosterGenerator.generate(SampleRosters.yunusobod)
    try FolderWriter.create(city.roster, settings: city.settingsText, at: folder.path)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let committed = URL(fileURLWithPath: SampleRosters.path("yunusobod"))
    let names = try FileManager.default.contentsOfDirectory(atPath: committed.path).filter { $0 != "README.md" }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names.sorted())
    for name in names {
      let made = try Data(contentsOf: folder.appendingPathComponent(name))
      let kept = try Data(contentsOf: committed.appendingPathComponent(name))
      #expect((made == kept) as Bool, "\(name) differs")
    }
  }

  @Test("yunusobod reads back whole, and its plant keeps every rule with no gap and nothing below target")
  func yunusobodIsPossible() throws {
    let snapshot = try FolderReader.read(at: SampleRosters.path("yunusobod"))
    #expect(snapshot.findings.map(\.message) == [])
    var roster = try #require(snapshot.roster)
    let city = try RosterGenerator.generate(SampleRosters.yunusobod)
    #expect(roster.settings == city.roster.settings)
    #expect(roster.units.map(\.id) == city.roster.units.map(\.id))
    roster.assignments += city.plant
    let result = Validator.validate(roster)
    #expect(result.summary.errors == 0)
    #expect(result.summary.coverage.met == result.summary.coverage.squares)
  }

  @Test("tashkent is a city of twelve districts that reads back whole and has nobody posted in its period")
  func tashkent() throws {
    let snapshot = try FolderReader.read(at: SampleRosters.path("tashkent"))
    #expect(snapshot.findings.map(\.message) == [])
    let roster = try #require(snapshot.roster)
    #expect(roster.districts.count == 12)
    #expect((550...650).contains(roster.beats.count))
    #expect((5_000...6_000).contains(roster.units.count))
    #expect(roster.assignments.allSatisfy { $0.day < roster.settings.firstDay })
  }
}

/// A row of the README's table of mistakes.
private struct NamedFinding: CustomStringConvertible {
  var file: String
  var line: Int?
  var rule: String

  init?(_ row: Substring) {
    let words = row.split(separator: "`", omittingEmptySubsequences: false)
    guard row.hasPrefix("| `"), words.count > 3 else { return nil }
    let place = words[1].split(separator: ":")
    file = String(place[0])
    line = place.count > 1 ? Int(place[1]) : nil
    rule = String(words[3])
  }

  var description: String { "\(file):\(line ?? 0) \(rule)" }

  func names(_ finding: Finding) -> Bool {
    finding.rule.id == rule && finding.location?.file == file && (line == nil || finding.location?.line == line)
  }
}

extension Subject {
  /// The place, day and shift of a subject about coverage, as a cell.
  fileprivate var asCell: Subject {
    if case .square(let place, let day, let shift, _, _) = self { return .cell(beat: place, day: day, shift: shift) }
    return self
  }
}
