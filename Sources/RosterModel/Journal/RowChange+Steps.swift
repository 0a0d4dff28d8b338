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
