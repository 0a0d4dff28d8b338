import ArgumentParser
import Characters
import Foundation
import RosterModel
import Screen

/// What every verb that edits a roster takes.
struct EditOptions: ParsableArguments {
  @OptionGroup var who: PersonOption
  @OptionGroup var key: KeyOption
  @Flag(help: "Write it although it breaks a rule, or the folder cannot be read whole; wants --reason.")
  var force = false
  @Flag(help: "Write nothing; only say what would change and what speaks against it.")
  var dryRun = false
  @Option(help: "How to write the answer.")
  var format = AnswerFormat.text
  @OptionGroup var quiet: QuietOption

  /// The change that is asked for.
  ///
  /// - Parameters:
  ///   - clock: what is taken for now; what has begun by then is worked.
  ///   - wish: the verb and what it is asked to do, for a key to be known again by.
  /// - Throws: `CommandFailure` where it is forced without a reason, or PATROL_USER is no name.
  func change(
    of folder: String, reason: String?, at clock: NowOption, wish: @escaping (RosterSettings) throws -> [String]
  ) throws -> RosterChange {
    if force, reason == nil {
      throw CommandFailure(.usage, "--force wants a reason: say why with --reason TEXT.")
    }
    return RosterChange(
      folder: folder, person: try who.acting(), reason: reason, isForced: force, isDryRun: dryRun, key: key.id,
      now: clock.now, wish: wish)
  }
}

/// The duty days that an edit is about: one, or a range.
struct EditDays: ParsableArguments {
  @Option(help: ArgumentHelp("The one duty day: a date, today or tomorrow.", valueName: "day"), completion: .days)
  var day: String?
  @OptionGroup var range: DayOptions

  func validate() throws {
    if day != nil, range.isLimited {
      throw ValidationError("--day is one day, --from and --to are a range. Name either.")
    }
    if day == nil, !range.isLimited {
      throw ValidationError("Name the duty day with --day, or a range with --from and --to.")
    }
  }

  /// Whether it is a range of which only the first day is named.
  var isOpenEnded: Bool { range.from != nil && range.to == nil }

  /// The days, all of which are in the period; a range that names no first or last day has that of the period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood or outside of the period.
  func days(in settings: RosterSettings, telling streams: StandardStreams? = nil) throws -> ClosedRange<Day> {
    guard let day else { return try range.days(in: settings, telling: streams) }
    let only = try DayOptions.day(ofPeriod: day, option: "--day", now: range.now, in: settings)
    return only...only
  }

  /// The days, of which a range may reach beyond the period.
  ///
  /// - Throws: `CommandFailure` where a day is not understood, or none is in the period.
  func daysTouching(periodOf settings: RosterSettings, telling streams: StandardStreams? = nil) throws -> ClosedRange<
    Day
  > {
    guard day == nil else { return try days(in: settings) }
    return try range.daysTouching(periodOf: settings, telling: streams)
  }

  /// The days as dates, for an act to be known again by.
  ///
  /// - Throws: `CommandFailure` where a day is not understood.
  func words(in settings: RosterSettings) throws -> String {
    let days = try daysTouching(periodOf: settings)
    return "\(days.lowerBound)..\(isOpenEnded ? "" : "\(days.upperBound)")"
  }
}

/// Who acts.
struct PersonOption: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Who acts, on a shared account (default: PATROL_USER, or the system's user).", valueName: "name"))
  var person: String?

  func validate() throws {
    if let person { try PlainText.check(person, option: "--as") }
  }

  /// Who acts: as the option says, or else PATROL_USER, or else the system's user.
  ///
  /// - Throws: `CommandFailure` where PATROL_USER is no name.
  func acting() throws -> String {
    if let person { return person }
    guard let name = ProcessInfo.processInfo.environment[EnvironmentSetting.user.rawValue], !name.isEmpty else {
      return NSUserName()
    }
    do {
      try PlainText.check(name, option: "PATROL_USER")
    } catch let error as ValidationError {
      throw CommandFailure(.usage, error.message)
    }
    return name
  }
}

/// Why a verb edits a roster.
struct ReasonOption: ParsableArguments {
  @Option(help: ArgumentHelp("Why; published days, what was worked, and --force want it.", valueName: "text"))
  var reason: String?

  func validate() throws {
    if let reason { try PlainText.check(reason, option: "--reason") }
  }
}

/// Texts of the command line that go into a table.
enum PlainText {
  /// The longest, in characters.
  static let longest = 1000

  /// - Throws: `ValidationError` where the text is empty, too long or holds a character that no terminal may get.
  static func check(_ text: String, option: String) throws {
    let unsafe = text.firstUnsafe
    guard unsafe == nil, text.contains(where: { !$0.isWhitespace }), text.count <= longest else {
      let evidence = unsafe.map { "; \($0), which does not show as it is: leave it out" } ?? ""
      throw ValidationError(
        "\(option) takes a text of one line, of 1 to \(longest) characters: '\(text.prefix(60).description.shown)'\(evidence)."
      )
    }
  }
}
