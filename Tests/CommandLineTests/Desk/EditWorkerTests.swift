import Desk
import RosterModel
import Synchronization
import Testing

@testable import patrol

@Suite("The thread that records a desk's edits")
struct EditWorkerTests {
  /// What a test and the store on the worker's thread share.
  private final class Shared: Sendable {
    struct State: Sendable {
      /// Whether the disk stands still.
      var isStuck = false
      var others: [JournalEntry] = []
      var position: Int64 = 0
      var log: [String] = []

      mutating func record(_ name: String, _ author: Author) -> JournalEntry {
        position += 1
        return JournalEntry(
          position: JournalPosition(position), at: 0, author: author, draft: EntryDraft(name: name, changes: []))
      }
    }

    let state = Mutex(State())
  }

  /// A store whose disk can stand still, and at which another desk works.
  private struct FakeStore: EditStore {
    let shared: Shared

    var hasTail: Bool { false }

    func commit(_ draft: EntryDraft, basis: JournalPosition) throws(EditRefusal) -> JournalEntry {
      while shared.state.withLock(\.isStuck) {}
      if draft.name == "bad" { throw .notWritten("the disk is full") }
      return shared.state.withLock { $0.record(draft.name, EditWorkerTests.me) }
    }

    func news() -> EditNews {
      shared.state.withLock { state in
        defer { state.others = [] }
        return EditNews(entries: state.others)
      }
    }

    func show(_ place: String) { shared.state.withLock { $0.log.append("at \(place)") } }
    func desks() -> [DeskPresence] { [] }
    func settle(_ conflicts: [ReplayConflict], isRedone: Bool) {}
    func checkpoint() {}
    func close() { shared.state.withLock { $0.log.append("closed") } }
  }

  private static let me = Author(person: "Aliyev", session: "1")
  private static let karimova = Author(person: "Karimova", session: "2")
  private let shared = Shared()

  private func draft(_ name: String) -> EntryDraft { EntryDraft(name: name, changes: []) }

  /// Waits for so many news, in words.
  private func news(_ worker: EditWorker, _ count: Int) -> [String] {
    var words: [String] = []
    while words.count < count {
      words += worker.takeNews().map { message in
        switch message {
        case .recorded(let ticket, let entry): "\(ticket): \(entry.draft.name) at \(entry.position.number)"
        case .refused(let ticket, .notWritten(let why, _)): "\(ticket): \(why)"
        case .others(let entries): "others: " + entries.map(\.draft.name).joined(separator: ", ")
        default: "\(message)"
        }
      }
    }
    return words
  }

  @Test("acts are answered in their order, each as it went")
  func order() throws {
    let worker = try EditWorker(FakeStore(shared: shared)) {}
    for (ticket, name) in ["a", "bad", "c"].enumerated() { worker.submit(ticket: ticket, draft(name), basis: .start) }
    #expect(news(worker, 3) == ["0: a at 1", "1: the disk is full", "2: c at 2"])
    #expect(worker.close() == nil)
  }

  @Test("others' entries are told before what was recorded after them")
  func othersFirst() throws {
    shared.state.withLock { state in
      state.isStuck = true
      state.others = [state.record("theirs", Self.karimova)]
    }
    let worker = try EditWorker(FakeStore(shared: shared)) {}
    worker.submit(ticket: 1, draft("mine"), basis: .start)
    shared.state.withLock { $0.isStuck = false }
    #expect(news(worker, 2) == ["others: theirs", "1: mine at 2"])
    _ = worker.close()
  }

  @Test("a disk that stands still holds nobody up, and what was asked for is done before the desk is left")
  func slowDisk() throws {
    shared.state.withLock { $0.isStuck = true }
    let worker = try EditWorker(FakeStore(shared: shared)) {}
    for ticket in 0..<3 { worker.submit(ticket: ticket, draft("\(ticket)"), basis: .start) }
    worker.show("gaps")
    #expect(worker.takeNews().isEmpty)
    shared.state.withLock { $0.isStuck = false }
    #expect(worker.close() == nil)
    #expect(shared.state.withLock(\.position) == 3)
    #expect(shared.state.withLock(\.log).last == "closed")
  }
}
