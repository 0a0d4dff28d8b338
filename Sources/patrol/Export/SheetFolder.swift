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

/// One export into a folder of sheets, from the first sheet to the manifest.
struct SheetExport {
  private let folder: FolderHandle
  private let stage: FolderHandle
  private let overwritesEdited: Bool
  private var manifest: SheetManifest
  private var names: Set<String> = []
  private var staged: [(key: SheetKey, record: WrittenRecord)] = []
  private var unchanged: [(key: SheetKey, record: WrittenRecord)] = []
  private var stale: [SheetKey] = []
  private var edited: [String] = []

  /// - Parameters:
  ///   - folder: where the sheets are.
  ///   - stage: an empty folder on the same file system, where they are written first.
  ///   - manifest: what earlier exports wrote.
  ///   - overwritesEdited: whether sheets that a person has changed are replaced and removed too.
  init(folder: FolderHandle, stage: FolderHandle, manifest: SheetManifest, overwritesEdited: Bool) {
    self.folder = folder
    self.stage = stage
    self.manifest = manifest
    self.overwritesEdited = overwritesEdited
  }

  /// Writes a sheet to the stage, unless it stands in the folder already.
  ///
  /// - Parameter record: what is to be remembered of it.
  mutating func stage(_ key: SheetKey, _ bytes: [UInt8], _ record: WrittenRecord) throws {
    let name = key.fileName
    guard names.insert(name.lowercased()).inserted else { throw SheetFolderError.sameName(file: name) }
    switch try folder.entry(name, atMost: SheetFolder.largestSheet) {
    case .file(let present) where present == bytes:
      unchanged.append((key, record))
      return
    case .missing: break
    case .file(let present): if !manifest.knows(key, as: SheetHash(of: present)) { edited.append(name) }
    case .other: edited.append(name)
    }
    try stage.create(name, bytes, rights: folder.rights(for: name))
    staged.append((key, record))
  }

  /// Finds the sheets of earlier exports in a range that were not staged now.
  mutating func findStale(in range: SheetRange) throws {
    for key in manifest.keys where range.contains(key) && !names.contains(key.fileName.lowercased()) {
      switch try folder.entry(key.fileName, atMost: SheetFolder.largestSheet) {
      case .missing: manifest.forget(key)
      case .file(let bytes):
        if !manifest.knows(key, as: SheetHash(of: bytes)) { edited.append(key.fileName) }
        stale.append(key)
      case .other:
        edited.append(key.fileName)
        stale.append(key)
      }
    }
  }

  /// Moves the staged sheets to their places and removes the stale ones.
  ///
  /// - Throws: `SheetFolderError.edited` before anything is moved, or `FileFailure`.
  mutating func commit() throws -> SheetFolder.Report {
    if !edited.isEmpty, !overwritesEdited {
      throw SheetFolderError.edited(folder: folder.path, files: edited.sorted())
    }
    for sheet in staged { try stage.sync(sheet.key.fileName) }
    for sheet in staged { manifest.add(sheet.key, sheet.record) }
    for sheet in unchanged { manifest.set(sheet.key, to: sheet.record) }
    try write(manifest)
    for sheet in staged { try stage.move(sheet.key.fileName, to: folder) }
    for key in stale { try folder.remove(key.fileName) }
    for sheet in staged { manifest.set(sheet.key, to: sheet.record) }
    for key in stale { manifest.forget(key) }
    try write(manifest)
    return SheetFolder.Report(written: staged.count, unchanged: unchanged.count, removed: stale.count)
  }

  private func write(_ manifest: SheetManifest) throws {
    let rights = folder.rights(for: SheetManifest.fileName)
    try folder.replace(SheetManifest.fileName, manifest.text, rights: rights, through: stage)
  }
}
