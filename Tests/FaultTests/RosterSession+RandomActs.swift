import Journal
import JournalTesting
import RosterModel

extension RosterSession {
  /// Records the next act drawn by chance that applies and breaks no rule.
  @discardableResult
  func commitNext(_ acts: inout RandomActs) throws(EditRefusal) -> JournalEntry {
    while true {
      do throws(EditRefusal) {
        return try commit(acts.next(in: roster), basis: position)
      } catch {
        switch error {
        case .breaksRules, .notThere: break
        case .clash, .wantsReason, .worked, .alreadyRecorded, .notWritten: throw error
        }
      }
    }
  }
}
