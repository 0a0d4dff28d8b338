import GRDB
import RosterModel

/// A row of the journal's file, whose values may be of any kind: it is read like all input.
struct JournalRow {
  let row: Row
  let path: String

  func integer(_ column: Int) throws(JournalError) -> Int64 {
    guard let value = try optionalInteger(column) else { throw damaged(column) }
    return value
  }

  func optionalInteger(_ column: Int) throws(JournalError) -> Int64? {
    switch value(column) {
    case .null: return nil
    case .int64(let number): return number
    default: throw damaged(column)
    }
  }

  func text(_ column: Int) throws(JournalError) -> String {
    guard let value = try optionalText(column) else { throw damaged(column) }
    return value
  }

  func optionalText(_ column: Int) throws(JournalError) -> String? {
    switch value(column) {
    case .null: return nil
    case .string(let text): return text
    default: throw damaged(column)
    }
  }

  func flag(_ column: Int) throws(JournalError) -> Bool {
    let value = try integer(column)
    guard value == 0 || value == 1 else { throw damaged(column) }
    return value == 1
  }

  func day(_ column: Int) throws(JournalError) -> Day {
    guard let day = Day(iso: try text(column)) else { throw damaged(column) }
    return day
  }

  /// The error of a value that no version of the program writes.
  func damaged(_ column: Int) -> JournalError {
    let name = column < row.count ? Array(row.columnNames)[column] : "\(column)"
    return .damaged(path: path, reason: "a row has a wrong value in column \(name)")
  }

  private func value(_ column: Int) -> DatabaseValue.Storage {
    guard column < row.count else { return .null }
    let value: DatabaseValue = row[column]
    return value.storage
  }
}
