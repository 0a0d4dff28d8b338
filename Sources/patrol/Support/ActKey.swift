import ArgumentParser
import Journal
import RosterModel
import Screen

/// The option by which an act is known again, so that a script that has lost the answer can ask once more.
struct KeyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A key of your own for this act: asked for again with the same one, it is done once.", valueName: "key"))
  var id: String?

  /// The longest, in bytes.
  private static let longest = 200

  func validate() throws {
    guard let id, !Self.isPrintable(id) || id.utf8.count > Self.longest else { return }
    throw ValidationError(
      "--id takes a printable text of 1 to \(Self.longest) bytes: '\(id.prefix(60).description.shown)'.")
  }

  /// Letters, digits and signs with plain spaces between: what looks the same is the same.
  private static func isPrintable(_ text: String) -> Bool {
    guard text.contains(where: { $0 != " " }) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
      case .spaceSeparator: scalar == " "
      default: true
      }
    }
  }
}

/// What is asked for under a key, and by whom.
struct KeyedAct {
  let key: String
  /// The wish in one form, whatever the roster is like: with the edits that it comes to the key of another wish could not be
  /// told from asking again.
  let request: String
  /// Who asks.
  let person: String

  /// - Parameters:
  ///   - key: `nil` where nobody gave one.
  ///   - words: the verb and what it is asked to do, days as dates; empty words stand for what is not asked for.
  init?(key: String?, _ words: @autoclosure () throws -> [String], by person: String) rethrows {
    guard let key else { return nil }
    self.key = key
    self.person = person
    request = try words().joined(separator: "\t")
  }

  /// The entry that the key has in a session's journal; `nil` where it is free.
  ///
  /// - Throws: `CommandFailure` where the journal cannot be read: whether it was done before is not known then.
  func recorded(in session: RosterSession) throws -> JournalEntry? {
    do {
      return try session.entry(key: key)
    } catch {
      throw CommandFailure(.incomplete, "whether '\(key)' was done already is not known: \(error)".shown)
    }
  }

  /// Whether an entry of the key is what is asked for.
  func isMet(by entry: JournalEntry) -> Bool { entry.draft.request == request && entry.author.person == person }

  /// Why an entry of the key speaks against doing what is asked for.
  func refusal(_ entry: JournalEntry) -> String {
    let asked = entry.draft.request.map { " (\($0.split(separator: "\t").joined(separator: " ")))" } ?? ""
    return "--id: '\(key)' was given to another act, entry \(entry.position.number) by \(entry.author.person): "
      + "\(entry.draft.name)\(asked). Take a new key for a new act"
  }

  /// What is known of an act by its key.
  enum Standing {
    /// It was not made yet.
    case free
    /// It was.
    case done(RecordedAct)
    /// The key was given to another act, which the words name.
    case taken(String)
  }

  /// What an entry of the key means for the act.
  func standing(_ entry: JournalEntry) -> Standing {
    isMet(by: entry) ? .done(RecordedAct(entry: entry, isRepeat: true)) : .taken(refusal(entry))
  }

  /// The act where a refusal says that it was made in the meantime.
  func act(in refusal: EditRefusal) -> RecordedAct? {
    guard case .alreadyRecorded(let entry) = refusal, case .done(let act) = standing(entry) else { return nil }
    return act
  }

  /// The draft with the key and what was asked for under it.
  func marked(_ draft: EntryDraft) -> EntryDraft {
    var draft = draft
    (draft.key, draft.request) = (key, request)
    return draft
  }
}

/// An act that is in the journal.
struct RecordedAct {
  var entry: JournalEntry
  /// Whether it was there before it was asked for this time.
  var isRepeat = false

  /// What came of it, for standard error.
  var words: String {
    isRepeat
      ? "recorded already as entry \(entry.position.number); nothing was done again"
      : "written, entry \(entry.position.number)"
  }
}
