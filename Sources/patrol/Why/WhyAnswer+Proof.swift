import Coverage
import RosterModel
import Screen

extension WhyAnswer {
  /// How many rows of a proof are printed unless all are asked for.
  private static let mostRows = 12

  /// The proof, so that a person can check it by hand.
  var proofLines: [String] {
    guard case .cannotBeFilled(let proof) = why.verdict else { return [] }
    return switch proof {
    case .ofTheDay(let proof): lines(proof)
    case .ofASpan(let proof): lines(proof)
    }
  }

  private func lines(_ proof: StaffingProof) -> [String] {
    let squares = proof.wants.map { want in
      let state = why.squares.first { $0.square == want.square }
      let words = state == nil ? "held now" : "asked about"
      return ["\(want.units)", frame.cellID(want.square).shown, words]
    }
    let units = proof.supplies.map { supply in
      ["\(supply.most)", roster.id(supply.unit), roster.units[supply.unit.index].callsign.shown]
    }
    let count = { (number: Int, noun: String) in "\(number) \(noun)\(number == 1 ? "" : "s")" }
    let one = proof.wants.count == 1
    let together = one ? "This square wants" : "These \(proof.wants.count) squares want"
    let who =
      proof.supplies.isEmpty
      ? "and no unit could stand in \(one ? "it" : "any of them"), whatever else is planned."
      : "and only \(count(proof.supplies.count, "unit")) could stand in \(one ? "it" : "any of them"), whatever else is "
        + "planned: \(proof.possible) at the most."
    return ["\(together) \(count(proof.wanted, "unit")) on \(proof.asked.day), \(who)"]
      + table(["wants", "square", ""], squares) + (units.isEmpty ? [] : table(["gives", "unit", "callsign"], units))
      + [
        "So at least \(proof.wanted - proof.possible) stays short. Every other unit of the roster is kept from "
          + "\(one ? "it" : "all of them") by what it is, by absence, or by postings that no plan",
        "changes; `patrol who --verbose` with a cell gives the reasons against each.",
      ]
  }

  private func lines(_ proof: SpanProof) -> [String] {
    let tile = proof.tile.map { " " + roster.settings.shifts.tile($0).id } ?? ""
    let sort = [proof.force?.rawValue ?? "", proof.skill].filter { !$0.isEmpty }.joined(separator: " ")
    let noun = (sort.isEmpty ? "" : sort + " ") + "unit-shifts"
    return [
      "\(roster.id(proof.place)), \(proof.days.lowerBound)..\(proof.days.upperBound)\(tile): \(proof.needed) \(noun) are needed, "
        + "and its units can work \(proof.possible) at the most (CAP001),",
      "so every plan leaves \(proof.needed - proof.possible) short. Besides this square "
        + "\(proof.missingElsewhere) are short there now: to fill it is to leave another.",
    ].map(\.shown)
  }

  private func table(_ header: [String], _ rows: [[String]]) -> [String] {
    let shown = isVerbose ? rows : Array(rows.prefix(Self.mostRows))
    let rest = rows.count - shown.count
    return TextTable.text(header, shown, numberColumns: 1).split(separator: "\n").map { "  " + $0 }
      + (rest > 0 ? ["  and \(rest) more; --verbose lists them all"] : [])
  }
}
