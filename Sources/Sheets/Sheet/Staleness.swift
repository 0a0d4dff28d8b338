/// What is said on the face of everything that is written of a roster whose latest edits are missing.
///
/// A paper on a wall outlives the warning on a terminal. Each format has a place for it that neither reading back nor another
/// program stumbles over.
public struct Staleness: Hashable, Sendable {
  /// What stands first, wherever it stands.
  ///
  /// No id holds a space, so it is no beat's.
  public static let mark = "OUT OF DATE"

  /// When the tables were written that all of it is from, by the clock of the roster's zone: `2026-12-05 03:12:07`.
  public var time: String

  /// As of a time.
  public init(asOf time: String) { self.time = time }

  /// The time, and what that means.
  public var words: String { "as of \(time); edits since then may be missing" }
}
