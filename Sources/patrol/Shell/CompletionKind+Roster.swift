import ArgumentParser
import Coverage
import Foundation
import RosterModel

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
