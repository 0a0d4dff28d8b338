import Characters

/// Why a folder cannot be opened as a roster at all.
public enum FolderError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case notThere(path: String)
  /// There is something else than a folder at the path.
  case notAFolder(path: String)
  /// The folder may not be read; the reason is the system's.
  case notReadable(path: String, reason: String)
  /// The folder holds none of a roster's files; `found` are the first of those it holds.
  case notARoster(path: String, found: [String])
}

extension FolderError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notThere(let path):
      "there is no folder \(Evidence.quoted(path)); check the path, or make a roster there with `patrol new`"
    case .notAFolder(let path):
      "\(Evidence.quoted(path)) is not a folder; a roster is a folder of tables, so name the folder that holds them"
    case .notReadable(let path, let reason):
      "\(Evidence.quoted(path)) cannot be read: \(reason); check its owner and permissions"
    case .notARoster(let path, let found):
      "\(Evidence.quoted(path)) is not a roster: it holds "
        + (found.isEmpty ? "nothing" : found.map { Evidence.quoted($0) }.joined(separator: ", "))
        + ", but neither roster.toml nor a table such as units.csv; name another folder, or make a roster with "
        + "`patrol new`"
    }
  }
}
