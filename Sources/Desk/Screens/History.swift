import RosterModel
import Screen

/// The list of what was done.
struct HistoryState: Sendable {
  /// The chosen entry and the part in view, the latest first.
  var list = ListState()
  var filter = HistoryFilter.all
  /// The numbers of the listed entries in `ActState.entries`, the latest first.
  var listed: [Int] = []
  /// How many entries were looked through for the list.
  var count = -1
  /// Which entries were undone; one that was done again is in force by the entry that did so.
  var undone: Set<JournalPosition> = []
}

/// Which entries of the journal are listed.
enum HistoryFilter: Hashable, Sendable {
  /// All.
  case all
  /// Those in which every word of a text is found.
  case text(String)
  /// Those that change a beat's day; the cell in words.
  case cell(beat: String, day: Day, words: String)

  /// The filter in words; `nil` where it lets everything through.
  var words: String? {
    switch self {
    case .all: nil
    case .text(let text): "“\(text)”"
    case .cell(_, _, let words): words
    }
  }
}

extension ContextParts {
  static let history = ContextParts(
    title: "History", commands: HistoryKeys.commands, hasScreenKeys: true, settle: { $0.settleHistory($1) },
    draw: { $0.drawHistory(in: $1, &$2) })
}

enum HistoryKeys {
  static let commands = [
    Command(
      ["Enter"], "Go there", "Go to the cell that the entry changed", bar: 1, when: { $0.whyNoHistoryPlace }
    ) { $0.goToSelectedEntry() },
    Command(
      ["x", "Del"], "Take back", "Undo this entry alone, whoever made it, as an entry of your own", bar: 2,
      when: { $0.whyNoTakingBack }
    ) { $0.takeBackEntry() },
    Command(
      ["X"], "Back to here", "Take back all that came after this entry, as one act; asks first", bar: 4,
      when: { $0.whyNoGoingBack }
    ) { $0.askToGoBack() },
    Command(["f"], "Filter", "List only what has to do with a unit, a beat, a person, a day or a word", bar: 5) {
      $0.openLine(.filter)
    },
    Command(
      ["F"], "All", "List everything again", when: { $0.history.filter == .all ? "everything is listed" : nil }
    ) { $0.filterHistory("") },
    Command(["Up", "k"], "Up", "Go to the line above") { $0.history.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the line below") { $0.history.list.move(by: 1) },
    Command(["PgUp"], "Page up", "Go a page up") { $0.history.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.history.list.page(1) },
    Command(["Home", "gg"], "Top", "Go to the latest entry") { $0.history.list.home() },
    Command(["End", "G"], "Bottom", "Go to the first entry") { $0.history.list.end() },
  ]
}

extension Model {
  /// Opens the history of everything.
  mutating func openHistory() { openHistory(.all) }

  /// Opens the history of the cell under the cursor: its beat on its day.
  mutating func openHistoryOfCell() {
    guard let cell = cellAtCursor else { return }
    let words = "\(name(of: .beat(cell.beat))), \(DayWords.short(cell.day))"
    openHistory(.cell(beat: document.base.beats[cell.beat.index].id, day: cell.day, words: words))
  }

  /// Lists only the entries in which every word of a text is found; all of them where it is empty.
  mutating func filterHistory(_ text: String) {
    openHistory(Needle(text).isEmpty ? .all : .text(text))
  }

  private mutating func openHistory(_ filter: HistoryFilter) {
    history.filter = filter
    history.count = -1
    history.list.home()
    open(.history)
  }

  var selectedEntry: JournalEntry? {
    guard history.listed.indices.contains(history.list.selected) else { return nil }
    let number = history.listed[history.list.selected]
    return acts.entries.indices.contains(number) ? acts.entries[number] : nil
  }

  /// Why there is nowhere to go from the chosen entry; `nil` where there is.
  var whyNoHistoryPlace: String? {
    guard let entry = selectedEntry else { return "nothing is listed" }
    return place(of: entry.draft.changes) == nil ? "it changed no cell of the period" : nil
  }

  mutating func goToSelectedEntry() {
    guard let entry = selectedEntry, let place = place(of: entry.draft.changes) else { return }
    go(to: place)
  }

  /// Why the chosen entry is not taken back; `nil` where it can be.
  var whyNoTakingBack: String? {
    guard let entry = selectedEntry else { return "nothing is listed" }
    if acts.recorded.damaged.contains(entry.position) { return "it is damaged" }
    if entry.draft.kind == .repair { return "it changed nothing in the roster" }
    if case .undo = entry.draft.kind { return "it undid another entry; Ctrl-R does that one again, if it was yours" }
    return history.undone.contains(entry.position) ? "it was undone already" : whyNoEdit
  }

  /// Undoes the chosen entry alone.
  mutating func takeBackEntry() {
    guard let entry = selectedEntry, whyNoTakingBack == nil else { return }
    let act = acts.history.act(at: entry.position) ?? Act(entry, id: acts.nextNumber())
    attempt(Intention(purpose: .undo, act: act))
  }

  /// Why the roster is not brought back to the chosen entry; `nil` where it can be.
  var whyNoGoingBack: String? {
    guard let entry = selectedEntry else { return "nothing is listed" }
    if entry.position == acts.entries.last?.position { return "nothing came after it" }
    if let damaged = acts.recorded.damaged.filter({ $0 >= entry.position }).min() {
      return "entry \(damaged.number) is damaged, and nobody knows what it changed"
    }
    return pendingCount > 0 ? "wait until what is pending is saved" : whyNoEdit
  }

  /// Asks whether to take back everything since the chosen entry.
  mutating func askToGoBack() {
    guard let entry = selectedEntry, whyNoGoingBack == nil else { return }
    let since = acts.entries.filter { $0.position > entry.position }
    let changes = NetChanges.of(since.reversed().flatMap(\.draft.changes.inverse))
    guard !changes.isEmpty else {
      return say(.note, "What came after it has been undone; the roster is as it was then.")
    }
    let count = since.count == 1 ? "1 entry" : "\(since.count) entries"
    let others = since.filter { $0.author.person != acts.author.person }
    let people = Set(others.map(\.author.person)).sorted().joined(separator: ", ")
    let whose = others.isEmpty ? "All are yours." : "\(others.count) of them by \(people)."
    let act = Act(
      id: acts.nextNumber(), kind: .edit,
      name: "Take back \(count) since \(moment(entry.at)), \(words(of: entry))", changes: changes)
    prompt = .confirm(.takeBack(act, whose: whose))
  }

  mutating func settleHistory(_ body: Rect) {
    if screen == .history, history.count != acts.entries.count { listHistory() }
    history.list.settle(count: history.listed.count, height: HistoryLayout(body).list.height)
  }

  private mutating func listHistory() {
    let wasFirst = history.list.selected == 0
    let added = history.count < 0 ? 0 : acts.entries.count - history.count
    history.count = acts.entries.count
    history.undone = []
    for entry in acts.entries {
      switch entry.draft.kind {
      case .undo(let position): history.undone.insert(position)
      case .redo, .edit, .correction, .plan, .imported, .publication, .repair: break
      }
    }
    let before = history.listed.count
    history.listed = acts.entries.indices.reversed().filter { isListed(acts.entries[$0]) }
    // The chosen entry stays chosen when new ones come on top of it.
    if added > 0, !wasFirst { history.list.select(history.list.selected + history.listed.count - before) }
  }

  private func isListed(_ entry: JournalEntry) -> Bool {
    switch history.filter {
    case .all: return true
    case .text(let text): return Needle(text).isIn(haystack(of: entry))
    case .cell(let beat, let day, _):
      return entry.draft.changes.contains { change in
        switch change {
        case .posting(let posting): posting.posting.beat == beat && posting.posting.day == day
        case .published(let name, _): name.beat == beat && name.day == day
        case .manoeuvre(let row): row.beat == beat && row.day == day
        case .call(let row): row.beat == beat && row.day == day
        case .absence, .publication: false
        }
      }
    }
  }

  /// What an entry is found by: who, what, why, and every unit, beat and day in it.
  private func haystack(of entry: JournalEntry) -> String {
    var subjects: Set<String> = []
    var days: Set<Day> = []
    for change in entry.draft.changes {
      switch change {
      case .posting(let posting):
        subjects.formUnion([posting.posting.unit, posting.posting.beat])
        days.insert(posting.posting.day)
      case .absence(let absence): subjects.formUnion([absence.unit, absence.days])
      case .publication(let publication):
        subjects.insert(publication.district)
        days.insert(publication.day)
      case .published(let name, _):
        subjects.formUnion([name.unit, name.beat])
        days.insert(name.day)
      case .manoeuvre(let row):
        subjects.formUnion([row.unit] + (row.beat.map { [$0] } ?? []))
        days.insert(row.day)
      case .call(let row):
        subjects.formUnion([row.unit, row.beat])
        days.insert(row.day)
      }
    }
    let texts = [entry.author.person, words(of: entry), entry.draft.reason]
    let names = subjects.sorted().flatMap { [$0, name(ofSubject: $0)] }
    return (texts + names + days.sorted().flatMap { [$0.description, DayWords.short($0)] }).joined(separator: " ")
  }
}

/// What several changes come to together.
enum NetChanges {
  /// The changes without what they do and take back again, in the order in which each row is first changed.
  ///
  /// O(changes).
  static func of(_ changes: [RowChange]) -> [RowChange] {
    var postings: [PostingName: Int] = [:]
    var others: [RowChange: Int] = [:]
    var net: [RowChange?] = []
    for change in changes {
      if case .posting(let posting) = change {
        if let index = postings[posting.posting], case .posting(let first)? = net[index] {
          net[index] = .posting(PostingChange(posting.posting, old: first.old, new: posting.new))
        } else {
          postings[posting.posting] = net.count
          net.append(change)
        }
      } else if let index = others.removeValue(forKey: change.inverse) {
        net[index] = nil
      } else {
        others[change] = net.count
        net.append(change)
      }
    }
    return net.compactMap { $0 }.filter { change in
      if case .posting(let posting) = change { return posting.old != posting.new }
      return true
    }
  }
}
