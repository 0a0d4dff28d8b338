import Coverage
import RosterModel

/// A proposal with what it would change, in figures and line by line.
struct ProposalView: Sendable {
  let result: PlanResult
  /// The edits in the order in which they are listed: by day, place and unit, what goes before what comes.
  let lines: [Edit]
  let added: Int
  let removed: Int
  /// The whole roster's figures without it and with it.
  let before: CoverageSummary
  let after: CoverageSummary

  init(_ result: PlanResult, of document: Document) {
    self.result = result
    before = document.grid.summary()
    var changed = document.grid
    for edit in result.edits { changed.apply(edit) }
    after = changed.summary()
    lines = result.edits.sorted { Self.key($0) < Self.key($1) }
    added = result.edits.count { if case .add = $0 { true } else { false } }
    removed = result.edits.count { if case .remove = $0 { true } else { false } }
  }

  private static func key(_ edit: Edit) -> (Int32, Int32, Int32, Int, Int32) {
    switch edit {
    case .remove(let posting): (posting.day.number, posting.beat.raw, posting.shift.raw, 0, posting.unit.raw)
    case .add(let posting), .replace(_, let posting):
      (posting.day.number, posting.beat.raw, posting.shift.raw, 1, posting.unit.raw)
    case .addAbsence(let absence), .removeAbsence(let absence): (Int32.max, 0, 0, 2, absence.unit.raw)
    case .addPublication, .removePublication, .addPublished, .removePublished: (Int32.max, 0, 0, 3, 0)
    }
  }
}
