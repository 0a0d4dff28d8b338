extension RosterReplay {
  /// Applies one change; the edit that it is, `nil` for one that changes nothing.
  mutating func apply(_ change: RowChange) throws(ChangeFault) -> Edit? {
    switch change {
    case .posting(let change): return try apply(change)
    case .absence(let change): return try apply(change)
    case .publication(let change): return try apply(change)
    case .published(let name, let isAdded): return try publish(name, isAdded: isAdded)
    case .manoeuvre(let change): return try apply(change)
    case .call(let change): return try apply(change)
    }
  }

  private mutating func apply(_ change: PostingChange) throws(ChangeFault) -> Edit? {
    var posting = ids.assignment(change.posting, change.new, in: &roster)
    let key = PostingKey(posting)
    guard let place = places[key] else {
      if change.old != nil { throw .notThere }
      guard change.new != nil else { return nil }
      places[key] = roster.assignments.count
      roster.assignments.append(posting)
      prints?.add(posting, in: roster)
      return .add(posting)
    }
    let standing = roster.assignments[place]
    guard let old = change.old else { throw .thereAlready }
    guard PostingRemark(standing, in: roster) == old else { throw .differs }
    guard change.new != nil else {
      remove(at: place, key)
      prints?.remove(standing, in: roster)
      return .remove(standing)
    }
    posting.line = standing.line
    roster.assignments[place] = posting
    return .replace(standing, with: posting)
  }

  /// The last assignment takes the place of the one that goes.
  private mutating func remove(at place: Int, _ key: PostingKey) {
    places[key] = nil
    guard let last = roster.assignments.popLast(), place < roster.assignments.count else { return }
    roster.assignments[place] = last
    if places[PostingKey(last)] != nil { places[PostingKey(last)] = place }
  }

  private mutating func apply(_ change: AbsenceChange) throws(ChangeFault) -> Edit? {
    guard let absence = ids.absence(change, in: &roster) else { throw .notUnderstood }
    let index = index(of: absence)
    if change.isAdded {
      guard index == nil else { throw .thereAlready }
      roster.absences.append(absence)
      return .addAbsence(absence)
    }
    guard let index else { throw .notThere }
    return .removeAbsence(roster.absences.remove(at: index))
  }

  private mutating func apply(_ change: PublicationChange) throws(ChangeFault) -> Edit {
    let publication = ids.publication(change, in: &roster)
    let index = index(of: publication)
    if change.isAdded {
      guard index == nil else { throw .thereAlready }
      roster.publications.append(publication)
      return .addPublication(publication)
    }
    guard let index else { throw .notThere }
    guard says(change, index) else { throw .differs }
    return .removePublication(roster.publications.remove(at: index))
  }

  private mutating func publish(_ name: PostingName, isAdded: Bool) throws(ChangeFault) -> Edit {
    let posting = ids.assignment(name, nil, in: &roster)
    let key = PostingKey(posting)
    var places = watchPublished()
    publishedPlaces = nil
    defer { publishedPlaces = places }
    if isAdded {
      guard places[key] == nil else { throw .thereAlready }
      places[key] = roster.published.count
      roster.published.append(posting)
      return .addPublished(posting)
    }
    guard let place = places.removeValue(forKey: key) else { throw .notThere }
    let gone = roster.published[place]
    let last = roster.published.removeLast()
    if place < roster.published.count {
      roster.published[place] = last
      places[PostingKey(last)] = place
    }
    return .removePublished(gone)
  }

  private mutating func apply(_ change: ManoeuvreChange) throws(ChangeFault) -> Edit {
    guard let manoeuvre = ids.manoeuvre(change, in: &roster) else { throw .notUnderstood }
    let index = index(of: manoeuvre)
    if change.isAdded {
      guard index == nil else { throw .thereAlready }
      roster.manoeuvres.append(manoeuvre)
      return .addManoeuvre(manoeuvre)
    }
    guard let index else { throw .notThere }
    return .removeManoeuvre(roster.manoeuvres.remove(at: index))
  }

  private mutating func apply(_ change: CallChange) throws(ChangeFault) -> Edit {
    let call = ids.call(change, in: &roster)
    let index = index(of: call)
    if change.isAdded {
      guard index == nil else { throw .thereAlready }
      roster.calls.append(call)
      return .addCall(call)
    }
    guard let index else { throw .notThere }
    return .removeCall(roster.calls.remove(at: index))
  }

  mutating func watchPublished() -> [PostingKey: Int] {
    if let publishedPlaces { return publishedPlaces }
    var places: [PostingKey: Int] = [:]
    places.reserveCapacity(roster.published.count)
    for (place, posting) in roster.published.enumerated() { places[PostingKey(posting)] = place }
    publishedPlaces = places
    return places
  }

  /// The last of the absences that say the same, wherever they were read.
  func index(of absence: Absence) -> Int? {
    roster.absences.lastIndex {
      $0.unit == absence.unit && $0.shift == absence.shift && $0.reason == absence.reason && $0.days == absence.days
    }
  }

  func index(of manoeuvre: Manoeuvre) -> Int? { roster.manoeuvres.lastIndex { $0.unread == manoeuvre } }

  func index(of call: Call) -> Int? { roster.calls.lastIndex { $0.unread == call } }

  func index(of publication: Publication) -> Int? {
    roster.publications.lastIndex { $0.district == publication.district && $0.day == publication.day }
  }

  /// Whether the publication of this index is when and by whom the change says.
  func says(_ change: PublicationChange, _ index: Int) -> Bool {
    roster.publications[index].at == change.at && roster.publications[index].by == change.by
  }
}
