import RosterModel

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
