import GRDB
import RosterModel

extension SQLiteJournal {
  /// Records an act, after looking at what others have recorded meanwhile.
  public func append(
    after basis: JournalPosition, key: String?, _ decide: (JournalNews) throws(EditRefusal) -> NewEntry
  ) throws(EditRefusal) -> JournalEntry {
    var refusal: EditRefusal?
    do throws(JournalError) {
      return try writing { db in
        do {
          if let key, let entry = try self.entry(db, key: key) { throw EditRefusal.alreadyRecorded(entry) }
          let entry = try decide(try self.news(db, after: basis))
          guard entry.draft.key == key else {
            throw JournalError.failed(path: self.path, reason: "the act has another key than was asked for")
          }
          try self.settleOvertaken(by: entry.draft.changes, in: db)
          return try EntryWriter(db).write(entry)
        } catch let error as EditRefusal {
          refusal = error
          throw error
        }
      }
    } catch {
      throw refusal ?? .notWritten("\(error)", error.obstacle)
    }
  }

  /// What has been recorded after a position.
  public func news(after position: JournalPosition) throws(JournalError) -> JournalNews {
    let news = try reading { db in try self.news(db, after: position) }
    if let broken = news.broken.first(where: { $0.mendedBy == nil }) { throw .damaged(path: path, reason: "\(broken)") }
    return news
  }

  private func news(_ db: Database, after position: JournalPosition) throws -> JournalNews {
    var news = JournalNews(
      outside: try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(number) FROM checkpoint WHERE origin = 'outside'")) ?? 0)
    for record in try EntryReader(db, path: path).records(after: position) {
      if let entry = record.entry {
        news.entries.append(entry)
      } else if case .broken(let broken) = record {
        news.broken.append(broken)
      }
    }
    return news
  }
}
