import Foundation
import Journal
import RosterModel
import Testing

@Suite("Recording edits")
struct CommitTests {
  private func refusal(_ body: () throws -> Void) -> EditRefusal? {
    do {
      try body()
      return nil
    } catch {
      return error as? EditRefusal
    }
  }

  @Test("an edit is seen by everybody at once, and the tables are left alone until a checkpoint")
  func seen() throws {
    let folder = try RosterFolderFixture()
    let mine = try folder.session("Aziz")
    let theirs = try folder.session("Bek")
    let entry = try mine.commit(Drafts.assign("u2", "n1-b"), basis: mine.position)
    #expect(try theirs.news().entries == [entry])
    #expect(try theirs.news().entries.isEmpty)
    let expected = RosterFolderFixture.atFirst + ["2026-12-05 A n1-b u2"]
    #expect(RosterFolderFixture.postings(of: mine.roster) == expected)
    #expect(RosterFolderFixture.postings(of: theirs.roster) == expected)
    #expect(try folder.postings() == expected)
    #expect(try folder.tabledPostings() == RosterFolderFixture.atFirst)
    #expect(theirs.grid.count(of: .police, beat: BeatReference(1), day: Drafts.day, tile: 0) == 1)
  }

  @Test("the second of two edits of the same unit's day is refused with the first")
  func clash() throws {
    let folder = try RosterFolderFixture()
    let mine = try folder.session("Aziz")
    let theirs = try folder.session("Bek")
    let first = try theirs.commit(Drafts.assign("u2", "n1-b"), basis: theirs.position)
    let basis = mine.position
    #expect(
      refusal { _ = try mine.commit(Drafts.assign("u2", "n2-a", "C"), basis: basis) }
        == .clash(unit: "u2", day: Drafts.day, with: first))
    #expect(try mine.news().entries == [first])
    _ = try mine.commit(Drafts.assign("u3", "n2-a"), basis: basis)
    let next = Drafts.assign("u2", "n2-a", day: Drafts.day.advanced(by: 1))
    _ = try mine.commit(next, basis: basis)
    #expect(try folder.postings().count == 5)
  }

  @Test("what an edit would change must be there as the dispatcher saw it")
  func notThere() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    let gone = Drafts.unassign("u2", "n1-a")
    #expect(refusal { _ = try session.commit(gone, basis: session.position) } == .notThere(gone.changes[0]))
    let draft = Drafts.assign("u2", "n1-a")
    _ = try session.commit(draft, basis: session.position)
    #expect(refusal { _ = try session.commit(draft, basis: session.position) } == .notThere(draft.changes[0]))
    #expect(try folder.postings().count == 3)
  }

  @Test("a double booking is refused, unless it is forced with a reason")
  func rules() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    _ = try session.commit(Drafts.assign("u2", "n1-a"), basis: session.position)
    guard
      case .breaksRules(let findings) = refusal({
        _ = try session.commit(Drafts.assign("u2", "n1-b", isForced: true), basis: session.position)
      })
    else {
      Issue.record("a unit stands twice")
      return
    }
    #expect(findings.map(\.rule.id).contains("DUP001"))
    let forced = Drafts.assign("u2", "n1-b", reason: "both are one corner", isForced: true)
    _ = try session.commit(forced, basis: session.position)
    #expect(try folder.postings().count == 4)
  }

  @Test("an escort that another took away meanwhile is missed: the volunteers are refused")
  func escort() throws {
    let folder = try RosterFolderFixture()
    let mine = try folder.session("Aziz")
    let theirs = try folder.session("Bek")
    _ = try theirs.commit(Drafts.assign("u2", "n1-a"), basis: theirs.position)
    _ = try mine.news()
    let basis = mine.position
    _ = try theirs.commit(Drafts.unassign("u2", "n1-a"), basis: theirs.position)
    guard
      case .breaksRules(let findings) = refusal({ _ = try mine.commit(Drafts.assign("v1", "n1-a"), basis: basis) })
    else {
      Issue.record("volunteers stand alone")
      return
    }
    #expect(findings.map(\.rule.id) == ["MIX003"])
  }

  @Test("a published day is changed with a reason only")
  func published() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    let day = try #require(Day(iso: "2026-12-01"))
    #expect(
      refusal { _ = try session.commit(Drafts.assign("u2", "n1-a", day: day), basis: session.position) }
        == .wantsReason(district: "north", day: day))
    _ = try session.commit(Drafts.assign("u2", "n1-a", day: day, reason: "a concert"), basis: session.position)
    #expect(try session.entries(matching: EntryFilter()).map(\.draft.reason) == ["a concert"])
  }

  @Test("an edit of what no table defines is recorded and seen like any other")
  func strays() throws {
    let folder = try RosterFolderFixture()
    let mine = try folder.session("Aziz")
    let theirs = try folder.session("Bek")
    _ = try mine.commit(Drafts.assign("ghost", "n1-a"), basis: mine.position)
    _ = try mine.commit(Drafts.assign("u2", "n1-b"), basis: mine.position)
    _ = try theirs.news()
    #expect(RosterFolderFixture.postings(of: mine.roster) == RosterFolderFixture.postings(of: theirs.roster))
    #expect(mine.roster.assignments.count == 4)
    #expect(theirs.grid.assignments.count == 4)
  }

  @Test("undo and redo survive quitting, and stop where another has changed the same since")
  func undo() throws {
    let folder = try RosterFolderFixture()
    var mine = try folder.session("Aziz")
    _ = try mine.commit(Drafts.assign("u2", "n1-a"), basis: mine.position)
    _ = try mine.commit(Drafts.assign("u3", "n2-a"), basis: mine.position)
    try mine.close()
    mine = try folder.session("Aziz")
    var last = try #require(try mine.history().undoable.last)
    _ = try mine.commit(Drafts.undo(last), basis: mine.position)
    #expect(try folder.postings() == RosterFolderFixture.atFirst + ["2026-12-05 A n1-a u2"])
    last = try #require(try mine.history().redoable.last)
    _ = try mine.commit(Drafts.redo(last), basis: mine.position)
    #expect(try folder.postings().count == 4)

    let theirs = try folder.session("Bek")
    let remark = PostingChange(
      Drafts.name("u3", "n2-a"), old: PostingRemark(), new: PostingRemark(isLocked: true))
    let lock = try theirs.commit(EntryDraft(name: "lock", changes: [.posting(remark)]), basis: theirs.position)
    _ = try mine.news()
    last = try #require(try mine.history().undoable.last)
    #expect(
      refusal { _ = try mine.commit(Drafts.undo(last), basis: mine.position) }
        == .clash(unit: "u3", day: Drafts.day, with: lock))
  }

  @Test("sessions that edit at random end with the same roster, and lose nothing", arguments: 1...4)
  func converge(seed: UInt64) throws {
    let folder = try RosterFolderFixture()
    var random = SplitMix(seed)
    let sessions = try ["Aziz", "Bek", "Guli"].map { try folder.session($0) }
    var acknowledged: [JournalEntry] = []
    for _ in 0..<120 {
      let session = sessions[random.below(3)]
      if random.below(4) == 0 { _ = try session.news() }
      if random.below(20) == 0 { try session.checkpoint() }
      let unit = ["u1", "u2", "u3", "v1"][random.below(4)]
      let day = Drafts.day.advanced(by: random.below(4))
      let beat = ["n1-a", "n1-b", "n2-a"][random.below(3)]
      let draft =
        random.below(2) == 0
        ? Drafts.assign(unit, beat, ["A", "B"][random.below(2)], day: day)
        : Drafts.unassign(unit, beat, ["A", "B"][random.below(2)], day: day)
      do {
        acknowledged.append(try session.commit(draft, basis: session.position))
      } catch {
        continue
      }
    }
    for session in sessions { _ = try session.news() }
    #expect(try sessions[0].entries(matching: EntryFilter()) == acknowledged)
    let postings = try folder.postings()
    for session in sessions {
      #expect(RosterFolderFixture.postings(of: session.roster) == postings)
      #expect(session.grid.assignments.count == session.roster.assignments.count)
    }
    for session in sessions { try session.close() }
    #expect(try folder.tabledPostings() == postings)
  }

  @Test("the system's account is recorded beside the name that was given")
  func origin() throws {
    let folder = try RosterFolderFixture()
    var options = SessionOptions(person: "Aziz")
    let real = try RosterSession(at: folder.path, options)
    let entry = try real.commit(Drafts.assign("u2", "n1-b"), basis: real.position)
    #expect(entry.author.person == "Aziz")
    #expect(entry.author.origin?.user == NSUserName())
    #expect(entry.author.origin?.host == ProcessInfo.processInfo.hostName)
    try real.close()
    options.origin = { SystemOrigin(user: "dispatch", host: "desk-2", terminal: "/dev/pts/1") }
    let told = try RosterSession(at: folder.path, options)
    let other = try told.commit(Drafts.assign("u3", "n2-a"), basis: told.position)
    #expect(other.author.origin == options.origin())
    try told.close()
    #expect(
      try folder.session().entries(matching: EntryFilter()).map(\.author.origin) == [entry, other].map(\.author.origin))
  }

  @Test("an act of a key that is asked for again is told as recorded, also where it would be refused now")
  func keys() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    var draft = Drafts.assign("u2", "n1-b")
    draft.key = "k1"
    let entry = try session.commit(draft, basis: session.position)
    #expect(throws: EditRefusal.alreadyRecorded(entry)) { try session.commit(draft, basis: session.position) }
    let other = try folder.session("Bek", isDesk: false)
    #expect(throws: EditRefusal.alreadyRecorded(entry)) { try other.commit(draft, basis: .start) }
    #expect(try other.entry(key: "k1") == entry)
    _ = try session.commit(Drafts.assign("u3", "n2-a"), basis: session.position)
    try session.close()
  }
}

/// A seeded generator for tests, the same on every run (splitmix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
