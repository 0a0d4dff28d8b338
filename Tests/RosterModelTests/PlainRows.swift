import RosterModel

/// What a roster says, as plain rows in ids: the slow truth that replaying is held to.
struct PlainRows: Equatable {
  var postings: [PostingName: PostingRemark] = [:]
  var absences: [AbsenceChange: Int] = [:]
  var publications: [String: [String]] = [:]
  var published: Set<PostingName> = []
  var manoeuvres: Set<ManoeuvreChange> = []
  var calls: Set<CallChange> = []

  init(_ roster: Roster) {
    for posting in roster.assignments {
      postings[PostingName(posting, in: roster)] = PostingRemark(posting, in: roster)
    }
    for absence in roster.absences { absences[AbsenceChange(absence, in: roster, isAdded: true), default: 0] += 1 }
    for row in roster.publications { publications["\(roster.id(row.district)) \(row.day)"] = [row.at, row.by] }
    for posting in roster.published { published.insert(PostingName(posting, in: roster)) }
    for row in roster.manoeuvres { manoeuvres.insert(ManoeuvreChange(row, in: roster, isAdded: true)) }
    for row in roster.calls { calls.insert(CallChange(row, in: roster, isAdded: true)) }
  }

  /// Applies a change; why it does not apply, if it does not.
  mutating func apply(_ change: RowChange) -> ChangeFault? {
    switch change {
    case .posting(let change):
      let standing = postings[change.posting]
      if standing != change.old {
        if standing == nil { return .notThere }
        return change.old == nil ? .thereAlready : .differs
      }
      postings[change.posting] = change.new
    case .absence(var change):
      let isAdded = change.isAdded
      change.isAdded = true
      let count = absences[change] ?? 0
      if (count > 0) == isAdded { return isAdded ? .thereAlready : .notThere }
      absences[change] = isAdded ? 1 : count == 1 ? nil : count - 1
    case .publication(let change):
      let key = "\(change.district) \(change.day)"
      if (publications[key] != nil) == change.isAdded { return change.isAdded ? .thereAlready : .notThere }
      if !change.isAdded, publications[key] != [change.at, change.by] { return .differs }
      publications[key] = change.isAdded ? [change.at, change.by] : nil
    case .published(let name, let isAdded):
      if published.contains(name) == isAdded { return isAdded ? .thereAlready : .notThere }
      if isAdded { published.insert(name) } else { published.remove(name) }
    case .manoeuvre(var change):
      let isAdded = change.isAdded
      change.isAdded = true
      if ClockTime(text: change.at) == nil { return .notUnderstood }
      if manoeuvres.contains(change) == isAdded { return isAdded ? .thereAlready : .notThere }
      if isAdded { manoeuvres.insert(change) } else { manoeuvres.remove(change) }
    case .call(var change):
      let isAdded = change.isAdded
      change.isAdded = true
      if calls.contains(change) == isAdded { return isAdded ? .thereAlready : .notThere }
      if isAdded { calls.insert(change) } else { calls.remove(change) }
    }
    return nil
  }
}
