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
