/// The ids of one kind in two rosters under common numbers, so that their postings are compared as numbers.
struct CommonIDs {
  /// The common numbers of one roster's references.
  struct Side {
    private let known: [Int32]
    private let strays: [Int32]

    init(known: [Int32], strays: [Int32]) {
      self.known = known
      self.strays = strays
    }

    /// The common number of a reference's raw value.
    subscript(raw: Int32) -> Int32 { raw >= 0 ? known[Int(raw)] : strays[Int(~raw)] }
  }

  /// The ids by their number: in the order in which a difference lists them.
  let ids: [String]
  /// The numbers of the old roster's references.
  let old: Side
  /// The numbers of the new roster's references.
  let new: Side

  /// O(n log n) over the ids of both rosters.
  ///
  /// - Parameters:
  ///   - known: the ids that a table of a roster defines, in the order of its rows.
  ///   - precedes: the order of two ids; a strict total order.
  init(
    _ oldRoster: Roster, _ newRoster: Roster, known: (Roster) -> [String],
    inOrder precedes: (String, String) -> Bool = { $0 < $1 }
  ) {
    let oldKnown = known(oldRoster)
    let newKnown = known(newRoster)
    ids = Set(oldKnown + oldRoster.strays + newKnown + newRoster.strays).sorted(by: precedes)
    var numbers: [String: Int32] = [:]
    for (number, id) in ids.enumerated() { numbers[id] = Int32(truncatingIfNeeded: number) }
    func side(_ known: [String], _ strays: [String]) -> Side {
      Side(known: known.compactMap { numbers[$0] }, strays: strays.compactMap { numbers[$0] })
    }
    old = side(oldKnown, oldRoster.strays)
    new = side(newKnown, newRoster.strays)
  }
}
