/// A save before anything of it is written: the tables to be replaced and what the folder will hold then.
public struct PreparedSave: Sendable {
  /// What was read from the folder.
  public let before: FolderSnapshot
  /// What is in the folder once the save is committed.
  public let after: FolderSnapshot
  let replacements: [FolderTransaction.Replacement]

  /// Whether the folder holds it all already.
  public var isEmpty: Bool { replacements.isEmpty }
}
