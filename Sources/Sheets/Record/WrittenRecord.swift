import Tables

/// What is remembered of a file that was exported: a hash of its bytes, how it was written, and what stood in it.
public struct WrittenRecord: Hashable, Sendable {
  /// The hash of its bytes.
  public var hash: SheetHash
  /// How it was written.
  public var dialect: CSVDialect
  /// Whether it has the row that ends a sheet; a table has none, and sheets of older versions have not.
  public var hasEnd: Bool
  /// The postings in it, by the order of the file; `nil` where an older version has not kept them.
  public var postings: [WrittenPosting]?

  /// A record of a file.
  public init(
    hash: SheetHash, dialect: CSVDialect = .rfc4180, hasEnd: Bool = false, postings: [WrittenPosting]? = nil
  ) {
    self.hash = hash
    self.dialect = dialect
    self.hasEnd = hasEnd
    self.postings = postings
  }
}
