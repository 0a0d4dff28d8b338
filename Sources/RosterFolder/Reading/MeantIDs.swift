import Characters
import RosterModel

/// Which row a text means that is the id of none as it stands: in another case, with blanks around it, or by a callsign.
///
/// Each text is looked for once, because a table of another roster names thousands and to fold each takes longer than to read
/// it; and nothing is made ready before the first is asked for, because a table that was saved here has none.
struct MeantIDs {
  /// What a text means.
  enum Meaning {
    /// The row of this number and id.
    case row(Int, id: String)
    /// An id that no row which can be used has.
    case other(id: String)
    /// A callsign of several units, of which these are some.
    case several([String])
    /// Nothing but itself.
    case nothing
  }

  /// Who bears callsigns: the id and the callsign of each row, those that cannot be used included.
  var callsigns: [(id: String, callsign: String)] = []

  private var asked = IDTable()
  private var meanings: [Meaning] = []
  private var numbers: [String: Int]?
  private var ids: [String] = []
  private var names: AlikeNames?

  /// The longest text that is looked for, in bytes: no id and no callsign that anybody says is longer.
  private static let longest = 256

  /// The meaning of a text that is no id among these.
  mutating func meaning(of text: UnsafeBufferPointer<UInt8>, among table: borrowing IDTable) -> Meaning {
    guard !text.isEmpty, text.count <= Self.longest else { return .nothing }
    let (number, isNew) = asked.add(text)
    if isNew { meanings.append(find(String(decoding: text, as: UTF8.self), table)) }
    return meanings[number]
  }

  /// The meaning of a text that was asked for before.
  func meaning(of text: UnsafeBufferPointer<UInt8>) -> Meaning { asked[text].map { meanings[$0] } ?? .nothing }

  private mutating func find(_ text: String, _ table: borrowing IDTable) -> Meaning {
    let numbers = numbers ?? index(table)
    let id = text.withoutOuterBlanks
    if let number = numbers[id.lowercased()] { return .row(number, id: ids[number]) }
    let names = names ?? AlikeNames(callsigns.map(\.callsign))
    self.names = names
    let bearers = names.positions(of: text).map { callsigns[$0].id }
    if bearers.count > 1, !Identifier.isValid(text) { return .several(Array(bearers.prefix(5))) }
    guard bearers.count == 1 else { return id != text && Identifier.isValid(id) ? .other(id: id) : .nothing }
    if let number = numbers[bearers[0].lowercased()] { return .row(number, id: bearers[0]) }
    return Identifier.isValid(bearers[0]) ? .other(id: bearers[0]) : .nothing
  }

  private mutating func index(_ table: borrowing IDTable) -> [String: Int] {
    ids = table.ids
    let numbers = Dictionary(zip(ids.map { $0.lowercased() }, ids.indices), uniquingKeysWith: { first, _ in first })
    self.numbers = numbers
    return numbers
  }
}
