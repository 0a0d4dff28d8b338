import Files
import Sheets

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
