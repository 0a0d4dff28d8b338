import Glibc
import RosterFolder

/// By what a change of a folder's files is noticed without reading them: their number, size and time.
struct TableStamps: Hashable, Sendable {
  private struct Stamp: Hashable, Sendable {
    var number: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private let stamps: [Stamp?]

  /// The stamps of a roster folder's files as they are now.
  init(of folder: String) {
    stamps = (["roster.toml"] + RosterTable.allCases.map(\.file)).map { file in
      var status = stat()
      guard stat(folder + "/" + file, &status) == 0 else { return nil }
      return Stamp(
        number: UInt64(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
        nanoseconds: status.st_mtim.tv_nsec)
    }
  }

  /// Stamps that no folder has, for one that must be read anew.
  static let none = TableStamps(stamps: [])

  private init(stamps: [Stamp?]) { self.stamps = stamps }

  /// When the latest was written, in seconds since 1970-01-01 00:00 UTC.
  var latest: Int64 { Int64(stamps.compactMap { $0?.seconds }.max() ?? 0) }
}
