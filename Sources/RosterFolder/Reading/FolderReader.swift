import Files
import Glibc
import RosterModel

/// Reads a roster folder: everything that can be read, and every problem of every file in one run.
public enum FolderReader {
  /// Reads the folder at a path.
  ///
  /// Never blocks and never reads beyond a size: a table that is a FIFO, a device, a link out of the folder or larger
  /// than 1 GiB, a row larger than 1 MiB and a field larger than 64 KiB are findings. A row with a wrong value is not in
  /// the roster but kept in the snapshot; one with an id that no table defines is in the roster, its reference a stray;
  /// one with a control character in a text is in the roster as it stands, and a finding.
  ///
  /// - Parameter inspect: is given the name and the bytes of each file that was read, `roster.toml` first, then the tables
  ///   in the order of `RosterTable`; for example to identify what a report is about.
  /// - Throws: `FolderError` where there is no roster folder at all.
  public static func read(
    at path: String, inspect: ((_ file: String, _ bytes: [UInt8]) -> Void)? = nil
  ) throws(FolderError) -> FolderSnapshot {
    let folder = try open(path)
    var findings: [Finding] = []
    let (settings, text, unusable) = readSettings(in: folder, inspect, &findings)
    var tables = TableReading(folder: folder, settings: settings ?? RosterSettings.none)
    if let inspect {
      for table in RosterTable.allCases { tables.read(table, inspect) }
    } else {
      tables.readAll()
    }
    let roster = tables.finish()
    findings = (findings + tables.findings).sorted(by: isBefore)
    return FolderSnapshot(
      path: folder, roster: settings == nil ? nil : roster, findings: findings, settings: text, unusable: unusable,
      records: tables.records)
  }

  /// The real path of the folder, if it is one and holds anything of a roster.
  private static func open(_ path: String) throws(FolderError) -> String {
    var status = stat()
    guard stat(path, &status) == 0, let folder = FilePath.real(path) else {
      throw errno == ENOENT ? .notThere(path: path) : .notReadable(path: path, reason: SystemError.current)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    guard let names = FolderListing.names(in: folder) else {
      throw .notReadable(path: path, reason: SystemError.current)
    }
    let known = [SettingsReader.file] + RosterTable.allCases.map(\.file)
    guard names.contains(where: known.contains) else {
      throw .notARoster(path: path, found: Array(names.prefix(5)))
    }
    return folder
  }

  private static func readSettings(
    in folder: String, _ inspect: ((String, [UInt8]) -> Void)?, _ findings: inout [Finding]
  ) -> (RosterSettings?, [UInt8], UnusableSettings) {
    var reader = SettingsReader()
    defer { findings += reader.log.all(of: SettingsReader.file) }
    do {
      let content = try BoundedFile.read(SettingsReader.file, in: folder, limit: SettingsReader.largest)
      inspect?(SettingsReader.file, content)
      let settings = reader.read(content)
      return (settings, content, reader.unusable)
    } catch {
      reader.log.add(
        error.rule, SettingsReader.file, line: error.place?.line, column: error.place?.column, expected: error.expected,
        message: error.message(SettingsReader.file))
      return (nil, [], reader.unusable)
    }
  }

  private static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    func key(_ finding: Finding) -> (String, Int, Int, String, String) {
      let place = finding.location
      return (place?.file ?? "", place?.line ?? 0, place?.column ?? 0, finding.rule.id, finding.message)
    }
    return key(left) < key(right)
  }
}

/// Reads dates of which most are the same as the one before.
struct DayReader {
  private var lastStart: UInt64 = 0
  private var lastEnd: UInt16 = 0
  private var last: Day?

  /// The date in these bytes; `nil` where they are none.
  @inline(__always)
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>?) -> Day? {
    guard let bytes, bytes.count == 10 else { return nil }
    let raw = UnsafeRawBufferPointer(bytes)
    let start = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let end = raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
    if start == lastStart, end == lastEnd { return last }
    lastStart = start
    lastEnd = end
    last = Day(isoBytes: bytes)
    return last
  }
}

extension RosterSettings {
  /// What tables are read against where `roster.toml` says nothing, so that their own problems are found all the same.
  static let none = RosterSettings(
    title: "", firstDay: Day(number: 0), days: 1, shifts: ShiftPlan([]), regimes: [])
}
