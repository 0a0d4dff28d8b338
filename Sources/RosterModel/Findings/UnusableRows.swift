/// The rows of a folder that are there and could not be used, by the ids that other rows name them by.
///
/// Whoever misspells one cell of a unit's row would be told that each of the unit's postings names nobody: true, and
/// beside the point. Such references follow from what is told of the row, so they are counted and not told.
public struct UnusableRows: Hashable, Sendable {
  /// The kinds of which not one row could be read, as findings name them: unit, place.
  public var unread: Set<String> = []
  /// For each kind the ids of rows that could not be used, in lower case.
  public var ids: [String: Set<String>] = [:]
  /// References in `roster.toml` itself that are not told for that reason.
  public var referencesInSettings = 0

  /// None.
  public init() {}

  /// What of some findings is told, and how many references the others are.
  ///
  /// Of many references to a kind only so many are listed, and the rest as one number; that is of those which are not
  /// told where all that are listed of its table are.
  public func told(of findings: [Finding]) -> (told: [Finding], unchecked: Int) {
    guard !unread.isEmpty || !ids.isEmpty else { return (findings, referencesInSettings) }
    var hidden: Set<[String]> = []
    var shown: Set<[String]> = []
    for finding in findings where finding.rule == FormatRules.unknownID && finding["id"] != nil {
      if isOfUnusable(finding) { hidden.insert(Self.sort(finding)) } else { shown.insert(Self.sort(finding)) }
    }
    let rests = hidden.subtracting(shown)
    var unchecked = referencesInSettings
    let told = findings.filter { finding in
      guard finding.rule == FormatRules.unknownID else { return true }
      let isHidden =
        isOfUnusable(finding) || finding["id"] == nil && rests.contains(Self.sort(finding))
      if isHidden { unchecked += finding.represented }
      return !isHidden
    }
    return (told, unchecked)
  }

  private func isOfUnusable(_ finding: Finding) -> Bool {
    guard let kind = finding["kind"] else { return false }
    if unread.contains(kind) { return true }
    return finding["id"].map { ids[kind]?.contains($0.lowercased()) == true } ?? false
  }

  private static func sort(_ finding: Finding) -> [String] { [finding["table"] ?? "", finding["kind"] ?? ""] }
}

extension Finding {
  /// A fact that is a text; `nil` where it is none or not there.
  fileprivate subscript(name: String) -> String? {
    for datum in data where datum.name == name {
      if case .text(let text) = datum.value { return text }
    }
    return nil
  }
}
