import Coverage
import RosterModel

/// What is left of a plan in a roster that others have changed since it was planned: by units' days, each whole or not
/// at all.
///
///     let rest = PlanRemainder(of: changes, among: others, in: roster, grid: grid)
///     record(rest.changes)             // breaks nothing
///     tell("\(rest.leftOut.count) units' days left out")
///
/// Left out is what others have changed themselves, what is not there any more, what is published by now, and what
/// together with the changes of others breaks a rule. So a plan that took an hour is not lost over one edit.
public struct PlanRemainder: Sendable {
  /// The changes that are left, in their order.
  public private(set) var changes: [RowChange]
  /// The units' days of the plan that are not among them.
  public private(set) var leftOut: Set<UnitDay> = []

  /// The edits that the changes are in the roster.
  private var edits: [Edit] = []
  private let roster: Roster

  /// Finds what is left of a plan.
  ///
  /// O(roster + changes), and what the rules have to look at.
  ///
  /// - Parameters:
  ///   - changes: the plan's changes, of postings.
  ///   - others: what others have changed since the roster was read that was planned.
  ///   - roster: the roster as it is now, with what others have changed.
  ///   - grid: what stands where in it.
  public init(of changes: [RowChange], among others: [RowChange], in roster: Roster, grid: CoverageGrid) {
    self.changes = changes
    self.roster = roster
    let reach = ChangeReach(others)
    leaveOut(Set(changes.lazy.filter { reach.meeting(with: $0) != nil }.compactMap { UnitDay($0) }))
    leaveOutWhatDoesNotApply()
    if let edits = Self.edits(self.changes, roster) {
      self.edits = edits
      leaveOutPublished(grid)
      settleRules(grid)
    } else {
      leaveOutAll()
    }
  }
}

extension PlanRemainder {
  /// How often the rules are asked again after something was left out.
  private static let mostRounds = 24

  private mutating func leaveOut(_ days: Set<UnitDay>) {
    guard !days.isEmpty else { return }
    leftOut.formUnion(days)
    let kept = changes.indices.filter { UnitDay(changes[$0]).map { !days.contains($0) } ?? false }
    if edits.count == changes.count { edits = kept.map { edits[$0] } }
    changes = kept.map { changes[$0] }
  }

  private mutating func leaveOutAll() { leaveOut(Set(changes.compactMap { UnitDay($0) })) }

  /// Leaves out changes of rows that are no longer there or as they were, and those that name what the roster does not
  /// have.
  private mutating func leaveOutWhatDoesNotApply() {
    var replay = RosterReplay(roster)
    let faults = replay.replay(
      JournalEntry(
        position: .start, at: 0, author: Author(person: "", session: ""),
        draft: EntryDraft(kind: .plan, name: "", changes: changes)))
    leaveOut(Set(faults.compactMap { UnitDay($0.change) }))
    let units = Set(roster.units.map(\.id))
    let beats = Set(roster.beats.map(\.id))
    let shifts = Set(roster.settings.shifts.shifts.map(\.id))
    let strange = changes.filter { change in
      guard case .posting(let change) = change else { return false }
      let name = change.posting
      return !units.contains(name.unit) || !beats.contains(name.beat) || !shifts.contains(name.shift)
    }
    leaveOut(Set(strange.compactMap { UnitDay($0) }))
  }

  /// The edits that changes are in a roster; `nil` where they do not apply, or are not as many.
  private static func edits(_ changes: [RowChange], _ roster: Roster) -> [Edit]? {
    var roster = roster
    do {
      let edits = try roster.apply(changes)
      return edits.count == changes.count ? edits : nil
    } catch {
      return nil
    }
  }

  private mutating func leaveOutPublished(_ grid: CoverageGrid) {
    let roster = roster
    let published = grid.publications(changedBy: EditStep(name: "", edits: edits))
    let days = Set(published.map { DistrictDay(district: $0.district, day: $0.day) })
    guard !days.isEmpty else { return }
    leaveOut(where: { edit in
      edit.postings.contains { posting in
        roster.district(of: .beat(posting.beat)).map {
          days.contains(DistrictDay(district: $0, day: posting.day))
        } ?? false
      }
    })
  }

  private mutating func leaveOut(where isOut: (Edit) -> Bool) {
    leaveOut(Set(zip(changes, edits).filter { isOut($1) }.compactMap { UnitDay($0.0) }))
  }

  /// Leaves out what breaks a rule, until nothing does.
  ///
  /// Of a unit the days next to what it breaks go first, and more of them each time that it breaks something still.
  private mutating func settleRules(_ grid: CoverageGrid) {
    let roster = roster
    var grid = grid
    var spans: [String: Int] = [:]
    for _ in 0..<Self.mostRounds {
      let broken = grid.judge(EditStep(name: "", edits: edits)).filter { $0.severity == .error }
      if broken.isEmpty { return }
      let count = changes.count
      for finding in broken {
        switch finding.subject {
        case .unit(let unit, let day?, _):
          let days = Set(zip(changes, edits).lazy.filter { $1.isOf(unit, in: roster) }.compactMap { UnitDay($0.0) })
          let nearest = days.map { abs($0.day.distance(to: day)) }.min() ?? 0
          let span = max(spans[unit, default: 1], nearest)
          spans[unit] = span * 3
          leaveOut(days.filter { abs($0.day.distance(to: day)) <= span })
        case .unit(let unit, nil, _): leaveOut(where: { $0.isOf(unit, in: roster) })
        case .cell(let beat, let day, _):
          leaveOut(where: { edit in
            edit.postings.contains { $0.day == day && roster.id($0.beat) == beat }
          })
        case .square, .row: break
        }
      }
      if changes.count == count { break }
    }
    leaveOutAll()
  }
}

extension Edit {
  /// The postings that it takes away or adds.
  fileprivate var postings: [Assignment] {
    switch self {
    case .add(let posting), .remove(let posting): [posting]
    case .replace(let old, let new): [old, new]
    case .addAbsence, .removeAbsence, .addPublication, .removePublication, .addPublished, .removePublished,
      .addManoeuvre, .removeManoeuvre, .addCall, .removeCall:
      []
    }
  }

  fileprivate func isOf(_ unit: String, in roster: Roster) -> Bool {
    postings.contains { roster.id($0.unit) == unit }
  }
}

extension [RowChange] {
  /// These changes and later ones as changes of the roster before both: what was added and is taken away again is left
  /// out.
  ///
  /// A row changes once; what is taken away comes before what is added. O(changes).
  public func followed(by later: [RowChange]) -> [RowChange] {
    var names: [PostingName] = []
    var remarks: [PostingName: (old: PostingRemark?, new: PostingRemark?)] = [:]
    var others: [RowChange] = []
    for change in self + later {
      guard case .posting(let posting) = change else {
        others.append(change)
        continue
      }
      if let known = remarks[posting.posting] {
        remarks[posting.posting] = (known.old, posting.new)
      } else {
        names.append(posting.posting)
        remarks[posting.posting] = (posting.old, posting.new)
      }
    }
    let changes = names.compactMap { name -> PostingChange? in
      guard let (old, new) = remarks[name], old != new else { return nil }
      return PostingChange(name, old: old, new: new)
    }
    return others + (changes.filter(\.isRemoved) + changes.filter { !$0.isRemoved }).map { .posting($0) }
  }
}
