/// The tables of an array of tables while it is read; later headers add to it.
final class TomlTableList {
  /// The tables in the order of their headers; never empty.
  var tables: [TomlTable]

  /// A list of one table.
  init(_ first: TomlTable) { tables = [first] }
}
