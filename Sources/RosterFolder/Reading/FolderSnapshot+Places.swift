import Files
import RosterModel

extension FolderSnapshot {
  /// The findings with line and column of the columns of tables to blame, looked up in the files as they were read.
  ///
  /// A file that was changed since, or cannot be read any more, adds nothing: its findings keep the places they have.
  /// O(bytes of the files blamed + findings × their rows).
  public func locatedInTables(_ findings: [Finding]) -> [Finding] {
    var located = findings
    var wanted: [RosterTable: [TableField]] = [:]
    for (position, finding) in findings.enumerated() where finding.location?.column == nil {
      guard let location = finding.location, let line = location.line, case .column(let name) = location.field,
        let table = RosterTable.allCases.first(where: { $0.file == location.file }),
        let slot = form(of: table).columns.firstIndex(of: name)
      else { continue }
      wanted[table, default: []].append(TableField(line: line, slot: slot, finding: position))
    }
    for table in RosterTable.allCases {
      guard let fields = wanted[table], let bytes = bytes(of: table) else { continue }
      TablePlaces.forEach(of: fields, in: bytes, form: form(of: table)) { field, place in
        located[field.finding].location?.line = place.line
        located[field.finding].location?.column = place.column
      }
    }
    return located
  }

  /// The findings with line and column of the keys of `roster.toml` to blame.
  public func locatedInSettings(_ findings: [Finding]) -> [Finding] {
    var settings = SettingsPlaces(settings)
    var located = findings
    for (position, finding) in findings.enumerated() {
      guard let location = finding.location, case .key(let path) = location.field else { continue }
      located[position].location = settings.located(location, path)
    }
    return located
  }

  /// The bytes that a table was read from; `nil` where they are no longer there.
  private func bytes(of table: RosterTable) -> [UInt8]? {
    do {
      let source = try PendingSave.source(of: table.file, in: path, pending: PendingSave.files(in: path))
      let content = try BoundedFile.read(source, in: path, limit: RosterTable.largest)
      return ContentHash(content) == records[table]?.hash ? content : nil
    } catch {
      // What was read is what is reported; that it is gone now is no news about it.
      return nil
    }
  }
}
