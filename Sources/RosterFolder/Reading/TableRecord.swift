/// What is remembered of a table as it was read, so that it can be written back without loss.
struct TableRecord: Hashable, Sendable {
  /// What became of the table.
  enum State: Hashable, Sendable {
    /// There is no such file.
    case absent
    /// Its rows were read, but for the bad ones.
    case read
    /// None of its rows could be read; it must not be written over.
    case unreadable
  }

  var state: State
  /// How it was written.
  var form: TableForm
  /// The fingerprint of its bytes; `nil` where they were not read.
  var hash: ContentHash?
  /// The rows that could not be used, verbatim.
  var badRows: [UInt8] = []
  /// The values of unknown columns by the key of their row.
  var extras = ExtraColumns()
}

extension TableRecord {
  /// The record of a table that is not there, or cannot be read.
  init(_ table: RosterTable, state: State, hash: ContentHash? = nil) {
    self.init(state: state, form: TableForm(columns: table.columns), hash: hash)
  }
}
