/// A field of a table that a finding blames.
struct TableField {
  /// The line of its row.
  var line: Int
  /// The position of its column in the file.
  var slot: Int
  /// The position of the finding.
  var finding: Int
}
