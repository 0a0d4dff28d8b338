import RosterModel
import Tables

/// Looks up keys of `roster.toml`, which is taken apart when the first is asked for.
struct SettingsPlaces {
  private let bytes: [UInt8]
  private var document: TomlDocument?
  private var columnOfLine: [Int: Int] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The location of a key: its column where the line is known, else both.
  mutating func located(_ location: Location, _ path: [String]) -> Location {
    let document = read()
    let place = location.line == nil ? document.place(ofField: path) : nil
    var location = location
    location.column = location.line.flatMap { columnOfLine[$0] } ?? place?.column
    location.line = location.line ?? place?.line
    return location
  }

  private mutating func read() -> TomlDocument {
    if let document { return document }
    var read = TomlDocument()
    do {
      read = try TomlDocument(bytes)
    } catch {
      // A file that is not TOML was reported when it was read, and no rule had settings to blame.
    }
    document = read
    columnOfLine = read.columnOfLine
    return read
  }
}
