import Files
import Sheets

/// A folder of calendars on disk, one of each unit, kept in step with a roster.
///
/// A calendar of an earlier export is known by its first lines, and replaced; another file of that name is not.
struct CalendarFolder {
  /// What an export did.
  struct Report: Hashable {
    /// Calendars that are new or have changed.
    var written = 0
    /// Calendars that were already as they should be.
    var unchanged = 0
    /// Calendars of units that the roster has no more.
    var removed = 0
  }

  /// The largest file that is compared with a calendar, in bytes; a larger one is not ours.
  private static let largestCalendar = 16 << 20

  private let staged: StagedFolder

  /// Opens a folder for calendars, making it, and the folders it is in, where they are missing.
  ///
  /// - Throws: `SheetFolderError` or `FileFailure`.
  init(path: String) throws { staged = try StagedFolder(path: path) }

  /// Makes the folder hold these calendars; all of them are whole on the disk before the first is moved to its place.
  ///
  /// - Parameters:
  ///   - files: the names and bytes.
  ///   - isWhole: whether they are those of all units, so that other calendars of earlier exports are removed.
  ///   - overwritesForeign: whether files of these names that no export wrote are replaced too.
  ///   - isInterrupted: asked between two files.
  /// - Throws: `SheetFolderError` or `FileFailure`; unless moving failed, the folder is then as it was.
  func replace(
    _ files: some Sequence<(name: String, bytes: [UInt8])>, isWhole: Bool, overwritesForeign: Bool,
    isInterrupted: () -> Bool
  ) throws -> Report {
    try staged.withStage { stage in
      if !overwritesForeign { try staged.checkIsOurs() }
      var report = Report()
      var names: Set<String> = []
      var moved: [String] = []
      var foreign: [String] = []
      for file in files {
        if isInterrupted() { throw SheetFolderError.interrupted }
        guard names.insert(file.name.lowercased()).inserted else { throw SheetFolderError.sameName(file: file.name) }
        switch try staged.folder.entry(file.name, atMost: Self.largestCalendar) {
        case .file(let present) where present == file.bytes:
          report.unchanged += 1
          continue
        case .missing: break
        case .file(let present): if !Self.isOwn(present) { foreign.append(file.name) }
        case .other: foreign.append(file.name)
        }
        try stage.create(file.name, file.bytes, rights: staged.folder.rights(for: file.name))
        moved.append(file.name)
      }
      let stale = isWhole ? try self.stale(besides: names) : []
      if !foreign.isEmpty, !overwritesForeign {
        throw SheetFolderError.foreign(folder: staged.folder.path, files: foreign.sorted())
      }
      for name in moved { try stage.sync(name) }
      for name in moved { try stage.move(name, to: staged.folder) }
      for name in stale { try staged.folder.remove(name) }
      try staged.folder.sync()
      report.written = moved.count
      report.removed = stale.count
      return report
    }
  }

  private func stale(besides names: Set<String>) throws(FileFailure) -> [String] {
    var stale: [String] = []
    for name in try staged.folder.names() where name.hasSuffix(".ics") && !names.contains(name.lowercased()) {
      if try Self.isOwn(in: staged.folder)(name) { stale.append(name) }
    }
    return stale.sorted()
  }

  /// Tells by its name whether a file of a folder is a calendar of an earlier export.
  static func isOwn(in folder: FolderHandle) -> (String) throws(FileFailure) -> Bool {
    { (name) throws(FileFailure) in
      guard name.hasSuffix(".ics"), case .file(let bytes) = try folder.entry(name, atMost: largestCalendar) else {
        return false
      }
      return isOwn(bytes)
    }
  }

  private static func isOwn(_ bytes: [UInt8]) -> Bool { bytes.starts(with: UnitCalendar.beginning.utf8) }
}
