import Desk
import Planner
import RosterModel
import Screen

extension Fuzzer {
  /// The desk, from the bytes that a terminal sends to what is on its screen.
  ///
  /// A byte 0xFF, which no terminal sends, stands for something else that happens, which the next byte tells: the clock, an
  /// answer of the journal, what others do, a plan, a window of another size. Whatever it is, the frame has the window's size
  /// and no control characters; and when the journal has answered, the desk has the journal's roster.
  static let desk = Fuzzer(name: "desk") {
    let opened = FuzzedDesk(try FuzzRoster.roster())
    return { input in
      var desk = opened
      var ration = Ration(input)
      while !ration.isEmpty {
        let byte = ration.byte()
        if byte == 0xFF { desk.happen(ration.byte(), &ration) } else { desk.type(UInt8(byte)) }
      }
      desk.finish()
    }
  }
}

/// A desk without a terminal, a journal in memory, and somebody else at another desk.
private struct FuzzedDesk {
  private var model: Model
  private var size = Size(width: 80, height: 24)
  private var decoder = InputDecoder()
  private var effects: [Effect] = []
  private var journal: RosterReplay
  private var entries: [JournalEntry] = []
  private static let me = Author(person: "Aliyev", session: "desk-1")
  private static let other = Author(person: "Karimova", session: "desk-2")

  init(_ roster: Roster) {
    journal = RosterReplay(roster)
    let noon = Int(roster.settings.firstDay.number) * 1440 + 720
    model = Model(Opening(roster: roster, now: noon, size: size, author: Self.me))
    send(.clock(noon))
  }

  mutating func type(_ byte: UInt8) {
    for event in decoder.decode(CollectionOfOne(byte)) { send(.input(event)) }
  }

  mutating func happen(_ what: Int, _ ration: inout Ration) {
    switch what % 12 {
    case 0: answer()
    case 1: draw()
    case 2: resize(ration.byte(), ration.byte())
    case 3: send(.clock(Int(journal.roster.settings.firstDay.number) * 1440 + ration.byte() * 30))
    case 4: wake()
    case 5: refuse(ration.byte())
    case 6: post(ration.byte(), ration.byte())
    case 7: send(.storage(ration.choice(of: 2) == 0 ? .writable : .failing("the disk is full")))
    case 8: plan(ration.byte(), ration.byte())
    case 9: for event in decoder.flush() { send(.input(event)) }
    case 10: send(.desks([DeskPresence(author: Self.other, place: String(decoding: ration.some(), as: UTF8.self))]))
    default: send(.told(String(decoding: ration.some(), as: UTF8.self)))
    }
  }

  /// Lets everything come to its end, and holds the desk against the journal.
  mutating func finish() {
    for event in decoder.flush() { send(.input(event)) }
    draw()
    send(.storage(.writable))
    // What is asked may ask for more, but each act only once.
    for _ in 0..<10_000 { guard answer() else { break } }
    hold(Self.postings(model.roster) == Self.postings(journal.roster), "the desk and its journal differ")
    draw()
  }

  private mutating func send(_ message: Message) {
    effects += model.receive(message)
  }

  private func draw() {
    let frame = view(model, size)
    hold(frame.size == size, "a frame of \(frame.size) in a window of \(size)")
    hold(!frame.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "a control character on the screen")
  }

  private mutating func resize(_ width: Int, _ height: Int) {
    size = Size(width: width, height: height % 64)
    send(.input(.resize(size)))
  }

  /// Answers what the desk has asked of the journal first; false where it has asked nothing.
  @discardableResult
  private mutating func answer() -> Bool {
    for (index, effect) in effects.enumerated() {
      guard case .submit(let ticket, let draft, let basis) = effect else { continue }
      effects.remove(at: index)
      do throws(EditRefusal) {
        send(.recorded(ticket: ticket, try record(draft, Self.me, basis)))
      } catch {
        send(.refused(ticket: ticket, error))
      }
      return true
    }
    return false
  }

  private mutating func record(
    _ draft: EntryDraft, _ author: Author, _ basis: JournalPosition
  ) throws(EditRefusal) -> JournalEntry {
    for entry in entries where entry.position > basis && entry.author.session != author.session {
      let reach = ChangeReach(entry.draft.changes)
      for change in draft.changes {
        if let meeting = reach.meeting(with: change) {
          throw .clash(unit: meeting.subject, day: meeting.day, with: entry)
        }
      }
    }
    do { try journal.apply(draft.changes) } catch { throw .notThere(draft.changes[error.ordinal]) }
    let entry = JournalEntry(
      position: JournalPosition(Int64(entries.count + 1)), at: Int64(entries.count) * 60_000, author: author,
      draft: draft)
    entries.append(entry)
    return entry
  }

  private mutating func refuse(_ why: Int) {
    guard let index = effects.firstIndex(where: { if case .submit = $0 { true } else { false } }),
      case .submit(let ticket, let draft, _) = effects[index]
    else { return }
    let refusal: EditRefusal =
      switch why % 4 {
      case 0: .notWritten("the disk is full")
      case 1: .wantsReason(district: "yu", day: journal.roster.settings.firstDay)
      case 2: draft.changes.first.map { .notThere($0) } ?? .notWritten("")
      default: .breaksRules([])
      }
    effects.remove(at: index)
    send(.refused(ticket: ticket, refusal))
  }

  /// Another desk posts a unit or takes its posting away.
  private mutating func post(_ what: Int, _ where: Int) {
    let roster = journal.roster
    let changes: [RowChange]
    if what % 2 == 0, let posting = roster.assignments.dropFirst(`where` % 8).first {
      changes = [
        .posting(
          PostingChange(PostingName(posting, in: roster), old: PostingRemark(posting, in: roster), new: nil))
      ]
    } else {
      let name = PostingName(
        day: roster.settings.firstDay.advanced(by: what % 4), shift: ["A", "B", "C"][`where` % 3],
        beat: roster.beats[`where` % roster.beats.count].id, unit: roster.units[what % roster.units.count].id)
      changes = [.posting(PostingChange(name, old: nil, new: PostingRemark()))]
    }
    let draft = EntryDraft(name: "another", changes: changes)
    let end = JournalPosition(Int64(entries.count))
    do throws(EditRefusal) { send(.others([try record(draft, Self.other, end)])) } catch {}
  }

  private mutating func wake() {
    guard let index = effects.lastIndex(where: { if case .wake = $0 { true } else { false } }),
      case .wake(_, let token) = effects.remove(at: index)
    else { return }
    send(.woke(token))
  }

  private mutating func plan(_ what: Int, _ where: Int) {
    guard let index = effects.lastIndex(where: { if case .startPlan = $0 { true } else { false } }),
      case .startPlan(let order) = effects[index]
    else { return }
    let roster = order.roster
    switch what % 3 {
    case 0: send(.planProgress(ticket: order.ticket, PlanProgress(elapsed: 1, gaps: 3, cost: 10)))
    case 1: send(.planFailed(ticket: order.ticket, "no memory"))
    default:
      let posting = Assignment(
        day: roster.settings.firstDay.advanced(by: what % 4), shift: ShiftReference(`where` % 3),
        beat: BeatReference(`where` % roster.beats.count), unit: UnitReference(what % roster.units.count))
      send(.planFinished(ticket: order.ticket, PlanResult(edits: [.add(posting)], cost: 5)))
    }
    if what % 3 != 0 { effects.remove(at: index) }
  }

  private static func postings(_ roster: Roster) -> [PostingName: [PostingRemark]] {
    Dictionary(grouping: roster.assignments) { PostingName($0, in: roster) }
      .mapValues { $0.map { PostingRemark($0, in: roster) } }
  }
}
