extension TomlDocument {
  /// The place of a key as findings name it: an entry of an array of tables by its `id`, or where it has none by its
  /// number; the nearest around it where the key is not there.
  ///
  /// O(entries of the arrays on the way).
  func place(ofField path: [String]) -> TomlPlace? { place(of: numbered(path)) }

  /// The path with entries of arrays of tables by their numbers.
  private func numbered(_ path: [String]) -> [String] {
    var value = TomlValue.table(entries)
    return path.map { part in
      switch value {
      case .table(let entries):
        guard let inner = entries[part] else { break }
        value = inner
      case .array(let values):
        let number = values.firstIndex { $0.id == part } ?? Int(part) ?? values.count
        guard number < values.count, number >= 0 else { break }
        value = values[number]
        return "\(number)"
      default: break
      }
      return part
    }
  }
}

extension TomlValue {
  /// What a table calls itself.
  fileprivate var id: String? {
    guard case .table(let entries) = self, case .text(let id) = entries["id"] else { return nil }
    return id
  }
}
