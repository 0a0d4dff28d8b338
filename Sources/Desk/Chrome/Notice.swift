import Screen

/// A line that tells what the last action did, or why it did nothing.
struct Notice: Hashable, Sendable {
  /// What it is: done, refused, failed.
  enum Kind: Hashable, Sendable {
    case done, note, refused, failed
  }

  var kind: Kind
  var text: String

  var role: Role {
    switch kind {
    case .done: .success
    case .note: .info
    case .refused: .warning
    case .failed: .error
    }
  }
}
