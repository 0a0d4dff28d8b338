/// What is remembered of a file that was exported: a hash of its bytes, how it was written, and what stood in it.
public struct WrittenRecord: Hashable, Sendable {
  /// The hash of its bytes.
  public var hash: SheetHash
  /// How it was written.
  public var dialect: CSVDialect
  /// The postings in it, by the order of the file; `nil` where an older version has not kept them.
  public var postings: [WrittenPosting]?

  /// A record of a file.
  public init(hash: SheetHash, dialect: CSVDialect = .rfc4180, postings: [WrittenPosting]? = nil) {
    self.hash = hash
    self.dialect = dialect
    self.postings = postings
  }
}
