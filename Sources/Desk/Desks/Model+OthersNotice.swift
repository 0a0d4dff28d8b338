import RosterModel

extension Model {
  /// Tells of what others have done: `Karimova, 14:03: Move Sokol-12 to Market, Sat 5 Dec B`.
  ///
  /// It waits behind a notice about the dispatcher's own last key.
  mutating func tell(of entries: [JournalEntry]) {
    guard let last = entries.last else { return }
    var text = "\(last.author.person), \(moment(last.at)): \(words(of: last))"
    untold += entries.count
    if untold > 1 { text += " (and \(untold - 1) more; 5 lists them)" }
    othersNotice = Notice(kind: .note, text: text)
  }

  /// The notice to be shown: of the last key, or else of others.
  var shownNotice: Notice? { notice ?? othersNotice }

  /// A key was pressed: what was shown has been read.
  mutating func clearNotice() {
    if notice == nil {
      othersNotice = nil
      untold = 0
    }
    notice = nil
  }
}
