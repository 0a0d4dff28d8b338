import Coverage
import RosterModel

/// Findings that were there before, and are counted but not held against the roster.
///
/// A finding is known by its fingerprint, of rule and subject, so that rows may move. One fingerprint may stand more than
/// once, and accepts as many findings. What reading finds is in no baseline: it puts every other answer in doubt.
struct Baseline: Codable, Equatable {
  /// A finding as the file holds it; rule and subject are for people.
  struct Entry: Codable, Equatable {
    var fingerprint: String
    var rule: String
    var subject: String
  }

  /// The version that is written; a minor version only adds fields.
  static let version = "1.0"

  /// The version of the file's format.
  var formatVersion = Baseline.version
  /// The findings, sorted as a report sorts them.
  var findings: [Entry] = []

  /// No finding.
  init() {}

  /// The baseline that accepts these findings.
  init(_ findings: [Finding]) {
    self.findings = findings.map { finding in
      Entry(
        fingerprint: Fingerprint(finding).description, rule: finding.rule.id, subject: finding.subject.description)
    }
  }

  /// Whether it accepts nothing.
  var isEmpty: Bool { findings.isEmpty }

  /// The findings that it does not accept, in the order given; O(findings + entries).
  func removed(from all: [Finding]) -> [Finding] {
    var left = Dictionary(findings.map { ($0.fingerprint, 1) }, uniquingKeysWith: +)
    return all.filter { finding in
      guard finding.rule.canBeRegraded else { return true }
      let fingerprint = Fingerprint(finding).description
      guard let count = left[fingerprint], count > 0 else { return true }
      left[fingerprint] = count - 1
      return false
    }
  }
}
