/// The rules that reading a roster folder checks, before any other rule can look at it.
public enum FormatRules {
  /// Quoting or the number of fields is wrong.
  public static let badCSV = RuleInfo(
    id: "FMT001", name: "bad-csv", severity: .error,
    summary: "A row is not CSV: a quote is open or misplaced, or it has more or fewer fields than the header.",
    reason: "Such a row cannot be told apart into columns. It is kept as it is and written back; mend it by hand.",
    source: "RFC 4180", canBeRegraded: false)
  /// A required file is not there or cannot be read.
  public static let missingFile = RuleInfo(
    id: "FMT002", name: "missing-file", severity: .error,
    summary: "A required file of the roster folder is missing or cannot be read.",
    reason:
      "roster.toml, districts, departments, beats, units and demand make a roster. `patrol new` writes all of them.",
    canBeRegraded: false)
  /// A required column is not there.
  public static let missingColumn = RuleInfo(
    id: "FMT003", name: "missing-column", severity: .error,
    summary: "A table lacks a required column.",
    reason: "Without it no row can be understood. Add the column to the header and fill it.",
    canBeRegraded: false)
  /// A column or key that the format does not know.
  public static let unknownColumn = RuleInfo(
    id: "FMT004", name: "unknown-column", severity: .warning,
    summary: "A table has a column, or roster.toml a key, that the format does not know.",
    reason: "It is kept but means nothing here. Perhaps it is misspelt.",
    canBeRegraded: false)
  /// Bytes that are not UTF-8.
  public static let notUTF8 = RuleInfo(
    id: "FMT005", name: "not-utf8", severity: .error,
    summary: "A file holds bytes that are not UTF-8.",
    reason: "Names would be read wrongly. Save the file as UTF-8; in a spreadsheet choose `CSV UTF-8`.",
    canBeRegraded: false)
  /// A value that its column does not take.
  public static let badValue = RuleInfo(
    id: "FMT006", name: "bad-value", severity: .error,
    summary: "A value is not what its column or key takes.",
    reason: "The row cannot be used until the value is mended. It is kept as it is and written back.",
    canBeRegraded: false)
  /// Two rows of the same key.
  public static let duplicateKey = RuleInfo(
    id: "FMT007", name: "duplicate-key", severity: .error,
    summary: "Two rows have the same key, or two demand rows tie on every column that could tell them apart.",
    reason: "It cannot be known which of them is meant. The first is used, the other is kept as it is.",
    canBeRegraded: false)
  /// A control character in a text.
  public static let controlCharacter = RuleInfo(
    id: "FMT008", name: "control-character", severity: .error,
    summary: "A text holds a control character.",
    reason: "It could change what a terminal or a spreadsheet shows. It is never sent there; remove it.",
    canBeRegraded: false)
  /// Beyond what is read, by its size or by what it is.
  public static let notRead = RuleInfo(
    id: "FMT009", name: "not-read", severity: .error,
    summary: "A file is no regular file or no text, or a file, line, field or grid is larger than is read.",
    reason: "Reading is bounded, so that nothing can hang the program or fill the memory. It says what is there.",
    canBeRegraded: false)
  /// A journal that cannot be read.
  public static let unreadJournal = RuleInfo(
    id: "FMT010", name: "unread-journal", severity: .error,
    summary: "The journal of the roster is there and cannot be read.",
    reason:
      "What was edited since the tables were written is in it, so every answer may lack edits. Whoever may read it sees them; "
      + "a newer version of the program reads its own journal; a damaged one is put aside by whoever edits next.",
    canBeRegraded: false)
  /// What a spreadsheet or a hurry leaves in a table, and that has one meaning all the same.
  public static let readButUgly = RuleInfo(
    id: "FMT011", name: "read-but-ugly", severity: .warning,
    summary: "A value is not written as it should be, and can only mean one thing: it is read as that.",
    reason:
      "A spreadsheet writes dates its own way, a person a capital letter, a blank, or a callsign in place of an id. Nothing "
      + "needs to be done: the next time the table is written it is written as it should be. A line break in a text is kept.",
    canBeRegraded: false)
  /// An id that no table defines.
  public static let unknownID = RuleInfo(
    id: "REF001", name: "unknown-id", severity: .error,
    summary: "A row names an id that no table defines.",
    reason: "The row cannot count. Mend the id, or add the row it refers to.",
    canBeRegraded: false)

  /// All of them in the order of their ids.
  public static let all = [
    badCSV, missingFile, missingColumn, unknownColumn, notUTF8, badValue, duplicateKey, controlCharacter, notRead,
    unreadJournal, readButUgly, unknownID,
  ]
}
