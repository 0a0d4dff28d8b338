import ArgumentParser
import Coverage
import Foundation
import RosterFolder
import RosterModel

/// The command line that a shell wants completed, as far as it tells which roster is meant.
struct CompletionLine {
  /// The words of the line as they were typed, the program's name first.
  var words: [String]

  /// The roster that the line names, or that of the current folder; `nil` where there is none.
  ///
  /// Nobody asked for an answer yet, so what is wrong with a folder is not told here: there is just nothing to offer.
  var roster: Roster? {
    let named = words.dropFirst().lazy.filter { !$0.hasPrefix("-") }.map(Self.path)
    guard let folder = named.first(where: Self.isRoster) ?? [Self.current].first(where: Self.isRoster) else {
      return nil
    }
    do {
      return try FolderReader.read(at: folder).roster
    } catch {
      return nil
    }
  }

  private static let current = "."

  private static func isRoster(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/roster.toml")
  }

  /// The path that a shell would make of a word: without quotes and backslashes, with the home folder for `~`.
  private static func path(_ word: String) -> String {
    var path = ""
    var quote: Character?
    var isEscaped = false
    for character in word {
      switch character {
      case _ where isEscaped:
        path.append(character)
        isEscaped = false
      case "\\" where quote != "'": isEscaped = true
      case "'", "\"":
        if quote == nil {
          quote = character
        } else if quote == character {
          quote = nil
        } else {
          path.append(character)
        }
      default: path.append(character)
      }
    }
    guard word.hasPrefix("~/") else { return path }
    return FileManager.default.homeDirectoryForCurrentUser.path(percentEncoded: false) + path.dropFirst(2)
  }
}

/// What a shell offers for a word: ids of the roster on the line, days of its period, rules of the catalogue.
///
/// Only ids are offered that need no quoting in any shell; the reader refuses others, so none is missed.
extension CompletionKind {
  /// The districts of the roster on the line.
  static let districts = of { $0.districts.map(\.id) }
  /// The departments of the roster on the line.
  static let departments = of { $0.departments.map(\.id) }
  /// The beats of the roster on the line.
  static let beats = of { $0.beats.map(\.id) }
  /// The units of the roster on the line.
  static let units = of { $0.units.map(\.id) }
  /// The shifts and duties of the roster on the line.
  static let shifts = of { $0.settings.shifts.shifts.map(\.id) }

  /// `today`, `tomorrow` and the duty days of the roster on the line.
  static let days = CompletionKind.custom { words, _, _ in
    let period = CompletionLine(words: words).roster?.settings.period
    return ["today", "tomorrow"] + (period.map { $0.map(\.description) } ?? [])
  }

  /// The rules by id and by name.
  static let rules = CompletionKind.custom { _, _, _ in
    RuleCatalogue.all.map(\.id) + RuleCatalogue.all.map(\.name)
  }

  /// The time zones that the system knows.
  static let timeZones = CompletionKind.custom { _, _, _ in TimeZone.knownTimeZoneIdentifiers }

  private static func of(_ ids: @escaping @Sendable (Roster) -> [String]) -> CompletionKind {
    .custom { words, _, _ in
      CompletionLine(words: words).roster.map(ids)?.filter { Identifier.isValid($0) } ?? []
    }
  }
}
