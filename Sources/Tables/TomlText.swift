import RosterModel

/// TOML as text in which some values give way to others; comments and all else stay byte for byte.
public enum TomlText {
  /// A value that is put in.
  public enum Value: Sendable {
    /// A date.
    case date(Day)
    /// A whole number.
    case integer(Int)
    /// A text.
    case text(String)

    /// The value as TOML.
    var written: String {
      switch self {
      case .date(let day): "\(day)"
      case .integer(let number): "\(number)"
      case .text(let text): TomlText.quoted(text)
      }
    }
  }

  /// The text with values in the places of those that its keys have; a key that it lacks is added at its top.
  ///
  /// - Parameter values: by key, of the keys outside of all tables.
  /// - Returns: `nil` where the text is not TOML.
  public static func setting(_ values: [(key: String, value: Value)], in bytes: [UInt8]) -> [UInt8]? {
    var changed = bytes
    for (key, value) in values {
      guard let next = set(key, to: Array(value.written.utf8), in: changed) else { return nil }
      changed = next
    }
    return changed
  }

  private static func set(_ key: String, to value: [UInt8], in bytes: [UInt8]) -> [UInt8]? {
    var parser = TomlParser(bytes)
    do {
      let root = try parser.parse()
      var changed = bytes
      if let entry = root.entries[key] {
        guard let place = entry.bytes else { return nil }
        changed.replaceSubrange(place, with: value)
      } else {
        let mark = CSVForm.byteOrderMark
        let top = bytes.starts(with: mark) ? mark.count : 0
        changed.insert(contentsOf: Array("\(key) = ".utf8) + value + [UInt8(ascii: "\n")], at: top)
      }
      return changed
    } catch {
      return nil
    }
  }

  /// A text as a string of TOML, in quotes.
  public static func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.reduce(into: "") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return "\"\(inner)\""
  }
}
