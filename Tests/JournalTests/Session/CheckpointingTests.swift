import Foundation
import GRDB
import Journal
import RosterFolder
import RosterModel
import Testing

@Suite("Tables and journal")
struct CheckpointingTests {
  @Test("a checkpoint brings the tables up to date and keeps the log")
  func checkpoint() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    let entry = try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    #expect(!session.isFolded)
    try session.checkpoint()
    #expect(session.isFolded)
    let expected = RosterFolderFixture.atFirst + ["2026-12-05 A n1-b u2"]
    #expect(try folder.tabledPostings() == expected)
    #expect(try folder.postings() == expected)
    #expect(try session.entries(matching: EntryFilter()) == [entry])
    let before = try folder.text("assignments.csv")
    try session.checkpoint()
    #expect(try folder.text("assignments.csv") == before)
  }

  @Test("the last desk that closes brings the tables up to date, one before it does not")
  func lastDesk() throws {
    let folder = try RosterFolderFixture()
    let first = try folder.session("Aziz")
    let second = try folder.session("Bek")
    _ = try first.commit(Drafts.assign("u2", "n1-b"), basis: first.position)
    #expect(first.desks().map(\.author.session) == [second.author.session])
    try first.close()
    #expect(try folder.tabledPostings() == RosterFolderFixture.atFirst)
    let command = try folder.session("Guli", isDesk: false)
    _ = try command.commit(Drafts.assign("u3", "n2-a"), basis: command.position)
    try command.close()
    #expect(try folder.tabledPostings() == RosterFolderFixture.atFirst)
    try second.close()
    #expect(try folder.tabledPostings().count == 4)
  }

  @Test("a command with no desk open leaves the tables whole, so that losing the journal loses no posting")
  func command() throws {
    let folder = try RosterFolderFixture()
    let command = try folder.session(isDesk: false)
    _ = try command.commit(Drafts.assign("u2", "n1-b"), basis: command.position)
    try command.close()
    let postings = try folder.postings()
    try FileManager.default.removeItem(atPath: folder.path + "/.patrol")
    #expect(try folder.postings() == postings)
    #expect(postings.count == 3)
    let again = try folder.session()
    #expect(again.access == .editing)
    #expect(try again.history().undoable.isEmpty)
  }

  @Test("who is where is seen by other desks, until the desk ends")
  func presence() throws {
    let folder = try RosterFolderFixture()
    let mine = try folder.session("Aziz")
    var theirs: RosterSession? = try folder.session("Bek\u{1B}[2J")
    theirs?.move(to: "cell:n1-a/2026-12-05/A")
    let seen = try #require(mine.desks().first)
    #expect(seen.place == "cell:n1-a/2026-12-05/A")
    #expect(seen.author.person == "Bek[2J")
    theirs = nil
    #expect(mine.desks().isEmpty)
    // A file that nobody holds a lock on is of a desk that died.
    #expect(FileManager.default.createFile(atPath: folder.path + "/.patrol/desks/dead", contents: Data("x\n".utf8)))
    #expect(mine.desks().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.patrol/desks/dead"))
  }

  @Test("tables edited outside are the roster; edits of the journal that no longer fit are listed, not lost")
  func outside() throws {
    let folder = try RosterFolderFixture()
    var session: RosterSession? = try folder.session("Aziz")
    let basis = try #require(session?.position)
    _ = try session?.commit(Drafts.assign("u2", "n1-b"), basis: basis)
    let clash = try #require(try session?.commit(Drafts.assign("u3", "n2-a"), basis: basis))
    session = nil
    // The spreadsheet posts u3 elsewhere on the same day, and knows nothing of u2.
    let outside = try folder.text("assignments.csv") + "2026-12-05,B,n1-a,u3,,from the spreadsheet\n"
    try folder.write("assignments.csv", outside)
    let expected =
      RosterFolderFixture.atFirst + ["2026-12-05 A n1-b u2", "2026-12-05 B n1-a u3 (from the spreadsheet)"]
    let reading = try RosterReading(at: folder.path)
    #expect(RosterFolderFixture.postings(of: try #require(reading.roster)) == expected)
    #expect(reading.conflicts.map(\.fault) == [.dayDiffers])

    let again = try folder.session("Bek")
    #expect(again.conflicts.map(\.position) == [clash.position])
    #expect(again.notices.count == 1)
    #expect(RosterFolderFixture.postings(of: again.roster) == expected)
    #expect(try folder.text("assignments.csv") == outside)
    var filter = EntryFilter()
    filter.among = again.conflicts.positions
    #expect(try again.entries(matching: filter) == [clash])
    #expect(try again.entries(matching: EntryFilter()).count == 2)
    try again.settle(again.conflicts, as: .dropped)
    filter.among = again.conflicts.positions
    #expect(try again.entries(matching: filter).isEmpty)
    try again.close()
    #expect(try folder.postings() == expected)
    #expect(try folder.tabledPostings() == expected)
  }

  @Test("tables that another program writes twice are taken as they are in the end")
  func twiceOutside() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    let change = PostingChange(
      PostingName(day: try #require(Day(iso: "2026-12-02")), shift: "A", beat: "n1-a", unit: "u1"),
      old: PostingRemark(note: "until 14:00, then base"), new: PostingRemark(isLocked: true))
    _ = try session.commit(EntryDraft(name: "lock", changes: [.posting(change)]), basis: session.position)
    let whole = try folder.text("assignments.csv") + "2026-12-07,B,n1-a,u3,,\n"
    // Half of it is there when the desk looks.
    try folder.write("assignments.csv", String(whole.prefix(60)) + "\n")
    #expect(try session.news().conflicts.map(\.fault) == [.notThere])
    try folder.write("assignments.csv", whole)
    #expect(try session.news().conflicts.isEmpty)
    #expect(session.conflicts.isEmpty)
    try session.close()
    #expect(
      try folder.tabledPostings() == [
        "2026-12-01 A n1-a u1 locked", "2026-12-02 A n1-a u1 locked", "2026-12-07 B n1-a u3",
      ])
    #expect(try folder.session().conflicts.isEmpty)
  }

  @Test("tables edited outside while desks are open are loaded by all of them")
  func outsideMeanwhile() throws {
    let folder = try RosterFolderFixture()
    let mine = try folder.session("Aziz")
    let theirs = try folder.session("Bek")
    _ = try mine.commit(Drafts.assign("u2", "n1-b"), basis: mine.position)
    try folder.write("assignments.csv", try folder.text("assignments.csv") + "2026-12-07,B,n1-a,u3,,\n")
    // An edit that does not know of it yet is made in the tables as they are now.
    _ = try theirs.commit(Drafts.assign("v1", "n2-a", reason: "alone", isForced: true), basis: theirs.position)
    #expect(try theirs.news().isReloaded || theirs.roster.assignments.count == 5)
    _ = try mine.news()
    _ = try theirs.news()
    let postings = try folder.postings()
    #expect(postings.count == 5)
    #expect(RosterFolderFixture.postings(of: mine.roster) == postings)
    #expect(RosterFolderFixture.postings(of: theirs.roster) == postings)
    _ = try mine.commit(Drafts.assign("u1", "n1-a"), basis: mine.position)
    try mine.close()
    try theirs.close()
    #expect(try folder.tabledPostings().count == 6)
  }

  @Test("units and places edited outside are loaded too, and no edit is lost")
  func otherTables() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    _ = try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    try folder.write("units.csv", try folder.text("units.csv") + "u4,Sokol-4,police,n1,district,any,2,foot,,\n")
    #expect(try session.news().isReloaded)
    #expect(session.roster.units.count == 5)
    #expect(session.roster.assignments.count == 3)
    _ = try session.commit(Drafts.assign("u4", "n1-a"), basis: session.position)
    #expect(session.grid.count(of: .police, beat: BeatReference(0), day: Drafts.day, tile: 0) == 1)
  }

  @Test("a checkpoint of another session is no news")
  func othersCheckpoint() throws {
    let folder = try RosterFolderFixture()
    let mine = try folder.session("Aziz")
    let theirs = try folder.session("Bek")
    _ = try mine.commit(Drafts.assign("u2", "n1-b"), basis: mine.position)
    try theirs.checkpoint()
    #expect(try folder.tabledPostings().count == 3)
    let news = try mine.news()
    #expect(!news.isReloaded && news.entries.isEmpty)
    _ = try mine.commit(Drafts.assign("u3", "n1-b"), basis: mine.position)
    try mine.checkpoint()
    #expect(try folder.tabledPostings().count == 4)
  }
}
