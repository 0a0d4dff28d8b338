import Journal
import RosterModel

/// A line that says which seal a journal had at a position: to be signed, printed, or sent to where nobody who may write the
/// roster can change it.
///
///     patrol-seal last=8 seal=161aafe4fa9a… entries=8 at=2026-12-01T11:49:21Z roster=/srv/rosters/yunusobod
///
/// One may stand anywhere in a text: in a signed mail, or in the system's log.
struct SealLine {
  /// The position.
  var last: JournalPosition
  /// The seal of the entry there.
  var seal: EntrySeal
  /// The real path of the roster's folder; empty where the line lost it.
  var roster = ""
  /// What else it says, in order.
  var fields: [(name: String, value: String)] = []

  private static let mark = "patrol-seal "

  var text: String {
    let all = [("last", "\(last.number)"), ("seal", seal.text)] + fields + [("roster", roster)]
    return Self.mark + all.map { "\($0.0)=\(Self.escaped($0.1))" }.joined(separator: " ")
  }

  /// A line of these fields.
  init(last: JournalPosition, seal: EntrySeal, roster: String, _ fields: [(name: String, value: String)]) {
    self.last = last
    self.seal = seal
    self.roster = roster
    self.fields = fields
  }

  /// Reads a line that has one anywhere in it; `nil` where it has none.
  private init?(_ line: Substring) {
    guard let mark = line.range(of: Self.mark) else { return nil }
    var last: JournalPosition?
    var seal: EntrySeal?
    for word in line[mark.upperBound...].split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "last": last = Int64(parts[1]).map(JournalPosition.init)
      case "seal": seal = EntrySeal(text: parts[1])
      case "roster": roster = Self.unescaped(parts[1])
      default: fields.append((String(parts[0]), Self.unescaped(parts[1])))
      }
    }
    guard let last, let seal else { return nil }
    (self.last, self.seal) = (last, seal)
  }

  /// All the lines of a text.
  static func lines(in text: String) -> [SealLine] { text.split(whereSeparator: \.isNewline).compactMap(SealLine.init) }

  /// What it says of a journal.
  ///
  /// - Parameter source: where it was found.
  func anchor(_ source: String) -> JournalAnchor {
    let time = fields.first { $0.name == "at" }.map { " of \($0.value)" } ?? ""
    return JournalAnchor(position: last, seal: seal, source: source + time)
  }

  /// A value without spaces, and without what a terminal or a log might obey.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse:
        escaped += percent(scalar)
      default: escaped += scalar == "%" ? percent(scalar) : String(scalar)
      }
    }
    return escaped
  }

  private static func percent(_ scalar: Unicode.Scalar) -> String {
    let digits = Array("0123456789ABCDEF")
    return String(scalar).utf8.map { "%\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
  }

  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Substring {
  /// Where a text begins in this one for the first time.
  fileprivate func range(of text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    guard let start = utf8.indices.first(where: { utf8[$0...].starts(with: wanted) }) else { return nil }
    return start..<utf8.index(start, offsetBy: wanted.count)
  }
}
