import RosterModel

/// What a finding is known by from run to run, whatever line its row moves to.
///
/// FNV-1a, 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv), over the rule's id and the subject.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The hash.
  public let value: UInt64

  /// The fingerprint of a finding.
  public init(_ finding: Finding) { self.init(rule: finding.rule.id, subject: finding.subject.description) }

  /// The fingerprint of a rule's finding about a subject.
  public init(rule: String, subject: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in rule.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ 0) &* 0x100_0000_01B3
    for byte in subject.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    value = hash
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
