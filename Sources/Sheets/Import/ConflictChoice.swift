/// Which side of a merge wins where file and roster have changed the same differently.
public enum ConflictChoice: String, CaseIterable, Sendable {
  /// What the roster says now.
  case ours
  /// What the files say.
  case theirs
}
