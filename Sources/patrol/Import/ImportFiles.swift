import Files
import Glibc
import RosterModel
import Screen
import Sheets

/// The files that `patrol import` was named, with what is remembered of their export.
struct ImportFiles {
  /// The largest table that is read, in bytes.
  static let largestTable = 512 << 20

  /// What is to be read back; sheets that nobody has changed are there without bytes.
  private(set) var sources: [ImportSource] = []
  /// Why files cannot be read back.
  private(set) var problems: [ImportProblem] = []
  /// Whether the sheets are in a folder, or the source is a flat table.
  private(set) var isTable = false

  /// The folder the files are in, and what it is called in messages.
  private let folder: FolderHandle
  private let prefix: String
  private let roster: Roster
  private let ignoresBase: Bool

  /// Finds the files of a path: those of a folder of sheets, one sheet, or a flat table.
  ///
  /// - Parameter ignoresBase: takes files as they stand, whatever was exported.
  /// - Throws: `FileFailure` where the path cannot be read, `CommandFailure` where it is nothing to read back.
  init(at path: String, into roster: Roster, ignoresBase: Bool) throws {
    self.roster = roster
    self.ignoresBase = ignoresBase
    guard let resolved = FilePath.real(path) else { throw FileFailure("read", path) }
    var status = stat()
    if stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      folder = try FolderHandle(path: resolved)
      prefix = path.hasSuffix("/") ? path : path + "/"
      guard !folder.has("roster.toml") else {
        throw CommandFailure(.usage, "\(path.shown) is a roster folder. Name a sheet, a folder of sheets, or a table.")
      }
      try readSheets(named: nil)
    } else {
      let parts = FilePath.parts(of: resolved)
      folder = try FolderHandle(path: parts.folder)
      let written = FilePath.parts(of: path)
      prefix = path.contains("/") ? (written.folder == "/" ? "/" : written.folder + "/") : ""
      let manifest = try SheetFolder.manifest(in: folder)
      if manifest.keys.contains(where: { $0.fileName == parts.name })
        || SheetKey(fileName: parts.name, in: roster) != nil
      {
        try readSheets(named: parts.name)
      } else {
        try readTable(parts.name)
      }
    }
  }

  /// Reads the sheets of the folder, or one of them, and what the others of its day were exported as.
  private mutating func readSheets(named chosen: String?) throws {
    let manifest = try SheetFolder.manifest(in: folder)
    var keys: [String: SheetKey] = [:]
    for name in try folder.names() { keys[name] = SheetKey(fileName: name, in: roster) }
    for key in manifest.keys { keys[key.fileName] = key }
    if chosen == nil, keys.isEmpty {
      throw CommandFailure(.usage, "\(folder.path.shown) holds no sheets. Name the folder they were exported to.")
    }
    for (name, key) in keys.sorted(by: { $0.key < $1.key }) {
      let records = manifest.records[key] ?? []
      if let chosen, chosen != name {
        if let record = records.first, records.count == 1 { addUnchanged(name, key, record) }
        continue
      }
      try readSheet(name, key, records)
    }
    keepDaysOfChanges()
  }

  private mutating func readSheet(_ name: String, _ key: SheetKey, _ records: [WrittenRecord]) throws {
    switch try folder.entry(name, atMost: SheetFolder.largestSheet) {
    // A sheet that someone has thrown away says nothing.
    case .missing: return
    case .other:
      refuse(name, "it is not a file, or larger than \(SheetFolder.largestSheet >> 20) MiB; remove it")
    case .file(let bytes):
      let hash = SheetHash(of: bytes)
      if ignoresBase {
        sources.append(ImportSource(file: prefix + name, extent: .sheet(key), bytes: bytes, base: nil))
      } else if let known = records.first(where: { $0.hash == hash }) {
        addUnchanged(name, key, known)
      } else if let base = records.first, records.count == 1, base.postings != nil {
        sources.append(ImportSource(file: prefix + name, extent: .sheet(key), bytes: bytes, base: base))
      } else {
        refuse(
          name,
          records.isEmpty
            ? "nothing is remembered of its export, so what was changed in it cannot be told from what the roster has "
              + "changed; put it back into the folder it was exported to, or take it as it stands with --no-base"
            : "an export was cut short, or was of an older version; export again, or take it as it stands with "
              + "--no-base")
      }
    }
  }

  private mutating func addUnchanged(_ name: String, _ key: SheetKey, _ record: WrittenRecord) {
    guard !ignoresBase, record.postings != nil else { return }
    sources.append(ImportSource(file: prefix + name, extent: .sheet(key), bytes: nil, base: record))
  }

  /// Leaves out what has nothing to do with any change.
  private mutating func keepDaysOfChanges() {
    func day(_ source: ImportSource) -> Day? {
      if case .sheet(let key) = source.extent { return key.day }
      return nil
    }
    let days = Set(sources.filter { $0.bytes != nil }.compactMap(day))
    sources.removeAll { source in day(source).map { !days.contains($0) } ?? false }
  }

  private mutating func readTable(_ name: String) throws {
    isTable = true
    guard case .file(let bytes) = try folder.entry(name, atMost: Self.largestTable) else {
      return refuse(name, "it is not a file, or larger than \(Self.largestTable >> 20) MiB")
    }
    if ignoresBase {
      sources.append(ImportSource(file: prefix + name, extent: .table(nil), bytes: bytes, base: nil))
      return
    }
    let entry = try folder.entry(TableRecord.fileName(of: name), atMost: Self.largestTable)
    guard case .file(let text) = entry, let record = TableRecord(text: text) else {
      return refuse(
        name,
        "nothing is remembered of its export, as \(TableRecord.fileName(of: name)) is not beside it; put it back, name "
          + "a sheet as it was exported, or take the table as it stands, for the days from its first row to its last, "
          + "with --no-base")
    }
    do {
      let selection = try record.selection(in: roster)
      sources.append(
        ImportSource(
          file: prefix + name, extent: .table(selection),
          bytes: SheetHash(of: bytes) == record.written.hash ? nil : bytes, base: record.written))
    } catch {
      refuse(name, "it was exported for a part of the roster that is not there: \(error)")
    }
  }

  private mutating func refuse(_ name: String, _ message: String) {
    problems.append(ImportProblem(file: prefix + name, message: message))
  }
}

extension ImportFiles {
  /// Remembers beside the files what they hold, once it is in the roster, so that the next edit of them is told from it.
  ///
  /// - Throws: `SheetFolderError` or `FileFailure`.
  func remember(_ records: [Int: WrittenRecord]) throws {
    guard !ignoresBase, !records.isEmpty else { return }
    var sheets: [SheetKey: WrittenRecord] = [:]
    for (number, record) in records {
      switch sources[number].extent {
      case .sheet(let key): sheets[key] = record
      case .table(let selection):
        guard let selection else { continue }
        let name = FilePath.parts(of: sources[number].file).name
        let own = TableRecord(selection, in: roster, written: record)
        try TableFile.replace(TableRecord.fileName(of: name), own.text, in: folder)
      }
    }
    if !sheets.isEmpty { try SheetFolder(path: folder.path).remember(sheets) }
  }
}
