import RosterModel

/// What a finding is known by from run to run, whatever line its row moves to.
///
/// A `Hash64` over the rule's id and the subject.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The hash.
  public let value: UInt64

  /// The fingerprint of a finding.
  public init(_ finding: Finding) { self.init(rule: finding.rule.id, subject: finding.subject.description) }

  /// The fingerprint of a rule's finding about a subject.
  public init(rule: String, subject: String) {
    var hash = Hash64(rule.utf8)
    hash.add(0)
    hash.add(subject.utf8)
    value = hash.value
  }

  /// Sixteen hexadecimal digits.
  public var description: String { Hash64.text(value) }
}
