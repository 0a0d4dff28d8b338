import RosterModel

/// A change of a row in a line: `+` what was added, `-` what was taken away, `~` what was remarked otherwise.
enum ChangeText {
  /// The line; what it quotes from the roster is not made harmless for a terminal yet.
  static func line(_ change: RowChange) -> String {
    switch change {
    case .posting(let change):
      let sign = change.isAdded ? "+" : change.isRemoved ? "-" : "~"
      let words = change.isAdded || change.isRemoved ? nil : change.old
      return sign + name(change.posting) + remark(change.new ?? change.old, after: words)
    case .absence(let change):
      return "\(sign(change.isAdded))absent \(change.unit) \(change.days)\(change.shift.map { " " + $0 } ?? "") "
        + change.reason.rawValue
    case .publication(let change):
      return "\(sign(change.isAdded))publication \(change.district) \(change.day) at \(change.at) by \(change.by)"
    case .published(let posting, let isAdded): return "\(sign(isAdded))published \(name(posting))"
    }
  }

  private static func sign(_ isAdded: Bool) -> String { isAdded ? "+" : "-" }

  private static func name(_ posting: PostingName) -> String {
    "\(posting.day) \(posting.shift) \(posting.beat) \(posting.unit)"
  }

  private static func remark(_ remark: PostingRemark?, after old: PostingRemark?) -> String {
    guard let remark else { return "" }
    let lock = remark.isLocked ? "locked" : old?.isLocked == true ? "unlocked" : ""
    let note = remark.note.isEmpty && (old?.note ?? "").isEmpty ? "" : "'\(remark.note)'"
    let words = [lock, note].filter { !$0.isEmpty }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }
}
