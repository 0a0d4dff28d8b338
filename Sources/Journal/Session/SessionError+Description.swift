extension SessionError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .folder(let error): "\(error)"
    case .noRoster(let snapshot):
      "\(snapshot.path): roster.toml cannot be used; `patrol validate` says what is wrong with it"
    case .journal(let error): "\(error)"
    }
  }
}
