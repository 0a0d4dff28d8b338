import RosterModel
import Tables

/// Writes a table of a roster as bytes, in the form in which it was read.
struct TableWriter {
  private let rows: TableRows
  private let record: TableRecord

  /// A writer of a table; `record` says how it was read.
  init(_ table: RosterTable, of roster: Roster, record: TableRecord) {
    rows = TableRows(table, of: roster)
    self.record = record
  }

  /// The form in which the table is written.
  ///
  /// Columns come in their fixed order, unknown ones last; an optional one that the table lacks is added only where a
  /// row needs it. While the table has bad rows, which are written as they are, its own order of columns stays.
  func form(_ order: [Int]) -> TableForm {
    let known = rows.table.columns
    var form = record.form
    guard record.state == .read else {
      form.columns = known
      return form
    }
    let needed = neededColumns(order)
    if record.badRows.isEmpty {
      form.columns =
        known.filter { form.columns.contains($0) || needed.contains($0) }
        + record.extras.written.map { record.extras.names[$0] }
    } else {
      form.columns += known.filter { !form.columns.contains($0) && needed.contains($0) }
    }
    return form
  }

  /// The whole table: header, sorted rows, and the bad rows as they were.
  func bytes() -> (bytes: [UInt8], form: TableForm) {
    let order = rows.order()
    let form = form(order)
    let known = rows.table.columns
    let sources = form.columns.map { known.firstIndex(of: $0) }
    // By their order and not by name: columns without one are told apart by nothing else.
    var others = (record.badRows.isEmpty ? record.extras.written : Array(record.extras.names.indices)).makeIterator()
    let extraPositions = sources.map { $0 == nil ? others.next() : nil }
    var extras = record.extras
    var writer = CSVText(form: form.csv, reserving: order.count * 48 + record.badRows.count + 256)
    writer.append(row: form.columns)
    var fields: [String] = []
    var line: [String] = []
    for index in order {
      rows.write(index, to: &fields)
      let values = extras.names.isEmpty ? [] : extras.take(rows.key(fields))
      line.removeAll(keepingCapacity: true)
      for (source, extra) in zip(sources, extraPositions) {
        line.append(source.map { fields[$0] } ?? extra.map { values[$0] } ?? "")
      }
      writer.append(row: line)
    }
    writer.append(verbatim: record.badRows)
    return (writer.bytes, form)
  }

  /// The columns that the table lacks and some row has something to say in.
  private func neededColumns(_ order: [Int]) -> [String] {
    let known = rows.table.columns
    var missing = known.indices.filter { !record.form.columns.contains(known[$0]) }
    var needed: [String] = []
    var fields: [String] = []
    for index in order where !missing.isEmpty {
      rows.write(index, to: &fields)
      missing.removeAll { column in
        guard !rows.isDefault(column, fields) else { return false }
        needed.append(known[column])
        return true
      }
    }
    return needed
  }
}
