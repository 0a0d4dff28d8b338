/// A file that is to be read back, with what is remembered of its export.
public struct ImportSource: Sendable {
  /// What the file stands for: all postings of this part of the roster, and no others.
  public enum Extent: Hashable, Sendable {
    /// A shift sheet: the place, duty day and tile.
    case sheet(SheetKey)
    /// The flat table: what was chosen when it was exported; `nil` for the days from its first row to its last.
    case table(SheetSelection?)
  }

  /// The file's name, for messages.
  public var file: String
  /// What it stands for.
  public var extent: Extent
  /// What is in it; `nil` where nobody has changed it since it was exported.
  public var bytes: [UInt8]?
  /// What was exported; `nil` takes the file as it stands, as if it had been exported from the roster as that is now.
  public var base: WrittenRecord?

  /// A file to read back.
  public init(file: String, extent: Extent, bytes: [UInt8]?, base: WrittenRecord?) {
    self.file = file
    self.extent = extent
    self.bytes = bytes
    self.base = base
  }
}
