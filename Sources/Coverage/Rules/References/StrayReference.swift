import RosterModel

/// A column of a row that names an id which no table defines.
struct StrayReference {
  /// The file's name.
  var file: String
  /// The line; 0 where the row was not read from a file.
  var line: Int32
  /// The row's own id and column, so that two findings of one table are told apart.
  var owner: String
  /// The column, or the key of roster.toml.
  var column: String
  /// The same as a place to look up.
  var field: Location.Field
  /// What the id should be of.
  var kind: String
  /// The id.
  var id: String

  /// The place of the id; only the file where the row was not read from one.
  var location: Location {
    if case .key(let path) = field { return .setting(path, line: line) }
    return .row(file, line, column)
  }

  /// The table: the file without its ending.
  var table: String { StrayList.table(of: file) }
}

/// Gathers the stray references of one table, of each kind as many as are listed.
struct StrayList {
  let roster: Roster
  let file: String
  private(set) var found: [StrayReference] = []
  /// How many there are of each kind.
  private(set) var counts = FindingCounts<String>(listing: Finding.mostOfRow)

  init(_ roster: Roster, _ file: String) {
    self.roster = roster
    self.file = file
  }

  /// The table: the file without its ending.
  var table: String { Self.table(of: file) }

  static func table(of file: String) -> String { file.hasSuffix(".csv") ? String(file.dropLast(4)) : file }

  mutating func look<Entity>(
    _ reference: Reference<Entity>, _ kind: String, column: String, line: Int32, owner: @autoclosure () -> String
  ) {
    guard !reference.isKnown, counts.takes(kind) else { return }
    append(roster.strays[reference.strayIndex], kind, column, line, owner())
  }

  mutating func look(_ place: Place, column: String, line: Int32, owner: @autoclosure () -> String) {
    let stray: Int
    switch place {
    case .city: return
    case .district(let reference):
      if reference.isKnown { return }
      stray = reference.strayIndex
    case .department(let reference):
      if reference.isKnown { return }
      stray = reference.strayIndex
    case .beat(let reference):
      if reference.isKnown { return }
      stray = reference.strayIndex
    case .unknown(let index): stray = Int(index)
    }
    if counts.takes("place") { append(roster.strays[stray], "place", column, line, owner()) }
  }

  /// Adds an id that is known to be stray.
  mutating func add(_ id: String, _ kind: String, _ column: String, _ line: Int32, _ owner: String) {
    if counts.takes(kind) { append(id, kind, column, line, owner) }
  }

  private mutating func append(_ id: String, _ kind: String, _ column: String, _ line: Int32, _ owner: String) {
    let field =
      file == "roster.toml"
      ? Location.Field.key(owner.split(separator: "/").map(String.init) + [column]) : .column(column)
    found.append(
      StrayReference(
        file: file, line: line, owner: owner.isEmpty ? "\(column)=\(id)" : "\(owner)/\(column)=\(id)", column: column,
        field: field, kind: kind, id: id))
  }
}
