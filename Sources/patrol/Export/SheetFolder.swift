import Files
import Sheets

/// A folder of shift sheets on disk, kept in step with a roster.
///
/// Every sheet is written beside its place first, in a folder of its own, and all of them are moved there only when all are
/// whole on the disk: a full disk leaves the folder as it was. The manifest knows old and new bytes while they are
/// moved, so an export that is killed then can simply be run again.
struct SheetFolder {
  /// What an export did.
  struct Report: Hashable {
    /// Sheets that are new or have changed.
    var written = 0
    /// Sheets that were already as they should be.
    var unchanged = 0
    /// Sheets that no longer hold.
    var removed = 0
  }

  /// The largest file that is compared with a sheet, in bytes; a larger one has been edited.
  static let largestSheet = 16 << 20
  /// The largest manifest that is read, in bytes; a larger one is not ours.
  static let largestManifest = 256 << 20

  private let staged: StagedFolder

  /// Opens a folder for sheets, making it, and the folders it is in, where they are missing.
  ///
  /// - Throws: `SheetFolderError` or `FileFailure`.
  init(path: String) throws { staged = try StagedFolder(path: path) }

  /// Makes the folder hold the sheets that `write` stages, and removes those of earlier exports that are in the range and
  /// not among them.
  ///
  /// - Parameters:
  ///   - range: which sheets of earlier exports this one stands for.
  ///   - overwritesEdited: whether sheets that a person has changed are replaced and removed too.
  ///   - write: stages every sheet; an error that it throws leaves the folder as it was.
  /// - Throws: `SheetFolderError`, `FileFailure` or what `write` throws; unless moving failed, the folder is then as it was.
  func replaceSheets(
    in range: SheetRange, overwritesEdited: Bool = false, with write: (inout SheetExport) throws -> Void
  ) throws -> Report {
    try staged.withStage { stage in
      if !overwritesEdited { try staged.checkIsOurs() }
      var export = SheetExport(
        folder: staged.folder, stage: stage, manifest: try Self.manifest(in: staged.folder),
        overwritesEdited: overwritesEdited)
      try write(&export)
      try export.findStale(in: range)
      return try export.commit()
    }
  }

  /// Remembers of sheets that were read back what they hold now, so that the next export knows them.
  ///
  /// - Throws: `SheetFolderError` or `FileFailure`; the folder is then as it was.
  func remember(_ records: [SheetKey: WrittenRecord]) throws {
    try staged.withStage { stage in
      var manifest = try Self.manifest(in: staged.folder)
      for (key, record) in records { manifest.set(key, to: record) }
      let rights = staged.folder.rights(for: SheetManifest.fileName)
      try staged.folder.replace(SheetManifest.fileName, manifest.text, rights: rights, through: stage)
    }
  }

  /// What the folder remembers of the sheets in it.
  static func manifest(in folder: FolderHandle) throws(FileFailure) -> SheetManifest {
    guard case .file(let bytes) = try folder.entry(SheetManifest.fileName, atMost: Self.largestManifest) else {
      return SheetManifest()
    }
    return SheetManifest(text: bytes)
  }
}
