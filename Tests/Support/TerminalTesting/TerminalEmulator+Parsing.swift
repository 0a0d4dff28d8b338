import Screen

extension TerminalEmulator {
  /// Takes one character or sequence; nil when there is none, or its end is still to come.
  mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return takeEscape(bytes) }
    if first < 0x20 {
      control(first)
      return 1
    }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard bytes.count >= length else { return nil }
    write(String(decoding: bytes.prefix(length), as: UTF8.self))
    return length
  }

  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 1 else { return nil }
    let second = bytes[bytes.startIndex + 1]
    let rest = bytes.dropFirst(2)
    switch second {
    case UInt8(ascii: "["):
      let parameters = rest.prefix { (0x20...0x3F).contains($0) }
      guard let final = rest.dropFirst(parameters.count).first else { return nil }
      controlSequence(String(decoding: parameters, as: UTF8.self), Character(Unicode.Scalar(final)))
      return parameters.count + 3
    case UInt8(ascii: "]"):
      guard let end = rest.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else { return nil }
      let command = String(decoding: rest[..<end], as: UTF8.self)
      if command.hasPrefix("52;c;") { clipboard = String(command.dropFirst(5)) }
      let isLong = rest[end] == 0x1B
      return end - bytes.startIndex + (isLong ? 2 : 1)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      guard let set = rest.first else { return nil }
      if second == UInt8(ascii: "(") { usesLineDrawing = set == UInt8(ascii: "0") }
      return 3
    case UInt8(ascii: "="): isKeypadMode = true
    case UInt8(ascii: ">"): isKeypadMode = false
    case UInt8(ascii: "7"): savedCursor = cursor
    case UInt8(ascii: "8"): moveCursor(row: savedCursor.row, column: savedCursor.column)
    case UInt8(ascii: "M"): reverseLineFeed()
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "\\"): break
    default: unknown.append("ESC \(Unicode.Scalar(second))")
    }
    return 2
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: moveCursor(row: cursor.row, column: cursor.column - 1)
    case 0x09: moveCursor(row: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: moveCursor(row: cursor.row, column: 0)
    case 0x0E: usesLineDrawing = true
    case 0x0F: usesLineDrawing = false
    case 0x00, 0x07: break
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func controlSequence(_ parameters: String, _ final: Character) {
    if parameters.first == "?" {
      for mode in parameters.dropFirst().split(separator: ";") { modes[Int(mode) ?? -1] = final == "h" }
      return
    }
    if parameters.first.map({ "><=".contains($0) }) ?? false { return }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    let (row, column) = (cursor.row, cursor.column)
    switch final {
    case "H", "f": moveCursor(row: count - 1, column: (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1)
    case "A": moveCursor(row: row - count, column: column)
    case "B": moveCursor(row: row + count, column: column)
    case "C": moveCursor(row: row, column: column + count)
    case "D": moveCursor(row: row, column: column - count)
    case "G": moveCursor(row: row, column: count - 1)
    case "d": moveCursor(row: count - 1, column: column)
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseLine(numbers.first ?? 0)
    case "X": blank(row: row, columns: column..<min(size.width, column + count))
    case "P": deleteCharacters(count)
    case "@": insertCharacters(count)
    case "L": scroll(row..<scrollRegion.upperBound, by: -count)
    case "M": scroll(row..<scrollRegion.upperBound, by: count)
    case "S": scroll(scrollRegion, by: count)
    case "T": scroll(scrollRegion, by: -count)
    case "b": for _ in 0..<count { write(lastCharacter) }
    case "r": setScrollRegion(top: count, bottom: numbers.count > 1 ? numbers[1] : size.height)
    case "m", "h", "l", "t", "n", "c", "q": break
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }
}
