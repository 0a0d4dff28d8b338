/// A change of one row that people and plans may change, in ids: it means the same whatever numbers a roster gives
/// them.
///
/// What the journal keeps, what desks tell each other, what the audit trail lists.
public enum RowChange: Hashable, Sendable {
  /// A posting added, taken away, or locked, unlocked or noted otherwise.
  case posting(PostingChange)
  /// An absence added or taken away.
  case absence(AbsenceChange)
  /// That a district's day was published added or taken away.
  case publication(PublicationChange)
  /// A posting added to what is published, or taken away.
  case published(PostingName, isAdded: Bool)
  /// What happened to a unit during a shift added or taken away.
  case manoeuvre(ManoeuvreChange)
  /// A call of a unit added or taken away.
  case call(CallChange)
}

extension RowChange {
  /// Whether it is about what is published, and not about the roster itself.
  public var isOfPublication: Bool {
    switch self {
    case .posting, .absence, .manoeuvre, .call: false
    case .publication, .published: true
    }
  }

  /// The change that undoes this one.
  public var inverse: RowChange {
    switch self {
    case .posting(let change): return .posting(PostingChange(change.posting, old: change.new, new: change.old))
    case .absence(var change):
      change.isAdded.toggle()
      return .absence(change)
    case .publication(var change):
      change.isAdded.toggle()
      return .publication(change)
    case .published(let posting, let isAdded): return .published(posting, isAdded: !isAdded)
    case .manoeuvre(var change):
      change.isAdded.toggle()
      return .manoeuvre(change)
    case .call(var change):
      change.isAdded.toggle()
      return .call(change)
    }
  }

  /// Which row it is of, as a change that says nothing else.
  package var row: RowChange {
    switch self {
    case .posting(let change): return .posting(PostingChange(change.posting, old: nil, new: nil))
    case .absence(var change):
      change.isAdded = true
      return .absence(change)
    case .publication(let change):
      return .publication(
        PublicationChange(district: change.district, day: change.day, at: "", by: "", isAdded: true))
    case .published(let posting, _): return .published(posting, isAdded: true)
    case .manoeuvre(var change):
      change.isAdded = true
      return .manoeuvre(change)
    case .call(var change):
      change.isAdded = true
      return .call(change)
    }
  }

  /// What its row says afterwards, as the change that adds it; `nil` where the row is gone.
  var outcome: RowChange? {
    switch self {
    case .posting(let change):
      return change.new.map { .posting(PostingChange(change.posting, old: nil, new: $0)) }
    case .absence(let change): return change.isAdded ? self : nil
    case .publication(let change): return change.isAdded ? self : nil
    case .published(_, let isAdded): return isAdded ? self : nil
    case .manoeuvre(let change): return change.isAdded ? self : nil
    case .call(let change): return change.isAdded ? self : nil
    }
  }
}

extension [RowChange] {
  /// The changes that a step of edits makes to a roster, in the order of its edits.
  ///
  /// - Parameter roster: any in which the references of the step's rows mean what they mean to the step.
  public init(_ step: EditStep, in roster: Roster) {
    self = []
    reserveCapacity(step.edits.count)
    for edit in step.edits { append(edit, in: roster) }
  }

  private mutating func append(_ edit: Edit, in roster: Roster) {
    switch edit {
    case .add(let posting): append(posting, in: roster, isAdded: true)
    case .remove(let posting): append(posting, in: roster, isAdded: false)
    case .replace(let old, let new) where old.isSamePosting(as: new):
      let change = PostingChange(
        PostingName(new, in: roster), old: PostingRemark(old, in: roster), new: PostingRemark(new, in: roster))
      append(.posting(change))
    case .replace(let old, let new):
      append(old, in: roster, isAdded: false)
      append(new, in: roster, isAdded: true)
    case .addAbsence(let absence): append(.absence(AbsenceChange(absence, in: roster, isAdded: true)))
    case .removeAbsence(let absence): append(.absence(AbsenceChange(absence, in: roster, isAdded: false)))
    case .addPublication(let row): append(.publication(PublicationChange(row, in: roster, isAdded: true)))
    case .removePublication(let row): append(.publication(PublicationChange(row, in: roster, isAdded: false)))
    case .addPublished(let posting): append(.published(PostingName(posting, in: roster), isAdded: true))
    case .removePublished(let posting): append(.published(PostingName(posting, in: roster), isAdded: false))
    case .addManoeuvre(let row): append(.manoeuvre(ManoeuvreChange(row, in: roster, isAdded: true)))
    case .removeManoeuvre(let row): append(.manoeuvre(ManoeuvreChange(row, in: roster, isAdded: false)))
    case .addCall(let row): append(.call(CallChange(row, in: roster, isAdded: true)))
    case .removeCall(let row): append(.call(CallChange(row, in: roster, isAdded: false)))
    }
  }

  private mutating func append(_ posting: Assignment, in roster: Roster, isAdded: Bool) {
    let remark = PostingRemark(posting, in: roster)
    append(
      .posting(
        PostingChange(PostingName(posting, in: roster), old: isAdded ? nil : remark, new: isAdded ? remark : nil)))
  }

  /// The changes that undo these, in their order.
  public var inverse: [RowChange] { reversed().map(\.inverse) }
}

/// That a district's duty day was published, added to a roster or taken away.
public struct PublicationChange: Hashable, Sendable {
  /// The district's id.
  public var district: String
  /// The duty day.
  public var day: Day
  /// When, as its table writes it.
  public var at: String
  /// By whom; free text.
  public var by: String
  /// Whether it is added, not taken away.
  public var isAdded: Bool

  /// A publication added or taken away.
  public init(district: String, day: Day, at: String, by: String, isAdded: Bool) {
    self.district = district
    self.day = day
    self.at = at
    self.by = by
    self.isAdded = isAdded
  }

  /// A publication of a roster, added or taken away.
  public init(_ publication: Publication, in roster: Roster, isAdded: Bool) {
    self.init(
      district: roster.id(publication.district), day: publication.day, at: publication.at, by: publication.by,
      isAdded: isAdded)
  }
}
