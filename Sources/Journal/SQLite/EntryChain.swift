import GRDB
import RosterModel

/// A link of the chain as it was found.
struct EntryLink {
  /// What the file has there.
  var record: EntryRecord

  /// Whether it is broken in a way that its neighbours, or a repair, may say more about.
  var isDoubtful: Bool {
    if case .broken = record { true } else { false }
  }
}

/// Judges entries one after the other by what vouches for them.
struct EntryChain {
  /// An entry's place, and what vouches for it.
  struct Place {
    var position: Int64
    var proof: EntryProof

    /// What stands before the first entry.
    static func start(_ format: EntryFormat) -> Place {
      Place(position: 0, proof: format.hasSeals ? .seal(.start) : .sum(0))
    }
  }

  /// The links so far; one too for entries that are not there.
  private(set) var links: [EntryLink] = []
  private var previous: Place
  /// What the seal of the entry before would be by what it says, where that is not what it is, and how many entries before
  /// say something that it vouches for.
  private var remade: (seal: EntrySeal, count: Int)?
  private let format: EntryFormat
  private let mendings: Mendings
  private let restarts: [Int64: EntrySeal]

  /// Begins after a place.
  ///
  /// - Parameter restarts: the seals of entries that were lost with a file, and vouch for what was put back after them.
  init(after previous: Place, _ format: EntryFormat, _ mendings: Mendings, restarts: [Int64: EntrySeal]) {
    self.restarts = restarts
    self.previous = previous
    self.format = format
    self.mendings = mendings
  }

  /// Adds the next row of the file, with its changes.
  mutating func add(_ row: EntryRow, _ content: Result<EntryContent, JournalError>) {
    let wasRemade = remade
    remade = nil
    defer { previous = row.place }
    let gap = previous.position + 1 < row.position ? JournalPosition(previous.position + 1) : nil
    let position = JournalPosition(row.position)
    let restart = gap == nil ? nil : restarts[row.position - 1].map(EntryProof.seal)
    do throws(JournalError) {
      var entry = try row.entry.get()
      try content.get().fill(&entry)
      if row.place.proof.fits(&entry, after: restart ?? previous.proof) {
        if let gap { addMissing(gap, before: position) }
        links.append(EntryLink(record: .sound(entry)))
      } else if gap == nil, let wasRemade, row.place.proof.fits(&entry, after: .seal(wasRemade.seal)) {
        restoreLast(wasRemade.count)
        links.append(EntryLink(record: .sound(entry)))
      } else {
        remade = remake(entry, wasRemade)
        addUnfit(entry, after: gap)
      }
    } catch {
      if let gap { addMissing(gap, before: position) }
      addBroken(BrokenEntry(position: position, fault: .unreadable(error.reason)))
    }
  }

  /// Says which position was the last that was given.
  mutating func end(at given: Int64) {
    guard given > previous.position else { return }
    addBroken(
      BrokenEntry(
        position: JournalPosition(previous.position + 1), fault: .missing(through: JournalPosition(given))))
    previous.position = given
  }

  private mutating func addUnfit(_ entry: JournalEntry, after gap: JournalPosition?) {
    guard let gap else { return addBroken(BrokenEntry(position: entry.position, fault: .changed, says: entry)) }
    let isLetStand = mendings.mender(of: entry.position, [.unproven], says: entry) != nil
    if isLetStand, mendings.mender(ofMissing: gap, through: JournalPosition(entry.position.number - 1)) != nil {
      addMissing(gap, before: entry.position)
      links.append(EntryLink(record: .sound(entry)))
    } else {
      addBroken(BrokenEntry(position: entry.position, fault: .afterMissing(from: gap), says: entry))
    }
  }

  private mutating func addMissing(_ first: JournalPosition, before position: JournalPosition) {
    addBroken(BrokenEntry(position: first, fault: .missing(through: JournalPosition(position.number - 1))))
  }

  private mutating func addBroken(_ broken: BrokenEntry) {
    var broken = broken
    switch broken.fault {
    case .missing(let last): broken.mendedBy = mendings.mender(ofMissing: broken.position, through: last)
    case .unreadable: broken.mendedBy = mendings.mender(of: broken.position, [.unreadable], says: nil)
    case .changed: broken.mendedBy = mendings.mender(of: broken.position, [.changed, .unproven], says: broken.says)
    case .sealLost, .afterMissing: break
    }
    links.append(EntryLink(record: .broken(broken)))
  }

  private func remake(
    _ entry: JournalEntry, _ wasRemade: (seal: EntrySeal, count: Int)?
  ) -> (seal: EntrySeal, count: Int)? {
    switch (previous.proof, wasRemade) {
    case (.seal(let seal), _): (EntrySeal(entry, after: seal), 1)
    case (.none, let before?): (EntrySeal(entry, after: before.seal), before.count + 1)
    case (.none, nil), (.sum, _): nil
    }
  }

  /// The next entry vouches for what the last ones say, so only their seals have changed.
  private mutating func restoreLast(_ count: Int) {
    for index in links.indices.suffix(count) {
      guard case .broken(var last) = links[index].record, last.fault == .changed else { continue }
      last.fault = .sealLost
      last.mendedBy = nil
      links[index].record = .broken(last)
    }
  }
}

/// What repairs have let stand, by the repairs that are sound themselves.
struct Mendings {
  private var found: [(mended: MendedEntries, by: JournalPosition)] = []

  /// None.
  init() {}

  /// Those of a journal.
  init(_ reader: EntryReader) throws {
    guard reader.format.hasSeals else { return }
    let repairs = try Int64.fetchAll(reader.db, sql: "SELECT DISTINCT entry FROM mended ORDER BY entry")
    for entry in try reader.soundEntries(at: repairs) where entry.draft.kind == .repair {
      found += entry.draft.mended.map { ($0, entry.position) }
    }
  }

  /// The repair that has found these entries missing; `nil` where none has.
  func mender(ofMissing first: JournalPosition, through last: JournalPosition) -> JournalPosition? {
    found.last { $0.mended.fault == .missing && $0.mended.first <= first && $0.mended.last >= last }?.by
  }

  /// The repair that has let an entry stand as it is now; `nil` where none has.
  ///
  /// - Parameter entry: what it says now.
  func mender(
    of position: JournalPosition, _ faults: [MendedEntries.Fault], says entry: JournalEntry?
  ) -> JournalPosition? {
    guard !found.isEmpty else { return nil }
    let print = entry.map(BrokenEntry.print)
    return found.last {
      $0.mended.first == position && faults.contains($0.mended.fault) && $0.mended.print == print
    }?.by
  }
}
