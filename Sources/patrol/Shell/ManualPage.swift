import ArgumentParser
import RosterModel
import Screen

/// `patrol manual-page`: the manual page, for `make install`.
struct ManualPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual-page", abstract: "Write the manual page, patrol.1.", shouldDisplay: false)

  @Option(help: ArgumentHelp("The date that the page bears.", valueName: "date")) var date: String

  func run() throws {
    guard let day = Day(iso: date) else {
      throw CommandFailure(.usage, "--date: '\(date.shown)' is not a date. Write it as 2026-12-01.")
    }
    let groups = Patrol.configuration.groupedSubcommands.map { group in
      (group.name, group.subcommands.map { $0.configuration.commandName ?? $0._commandName })
    }
    StandardStreams().answer(
      ManualPage(
        program: try CommandHelp.program(), groups: groups, version: Patrol.configuration.version, date: day
      ).text)
  }
}

/// The manual page of the program, made from the definitions of its verbs, in the mdoc macros.
struct ManualPage {
  /// The program with all its verbs.
  var program: CommandHelp
  /// The verbs in the groups of the help, by name.
  var groups: [(name: String, verbs: [String])]
  /// The version that the page is of.
  var version: String
  /// The date that the page bears.
  var date: Day

  /// The page as the source that `man` reads.
  var text: String {
    var lines = [
      ".\\\" Made by `patrol manual-page` from the definitions of the verbs.",
      ".Dd \(Self.months[date.components.month - 1]) \(date.components.day), \(date.components.year)",
      ".Dt PATROL 1",
      ".Os",
      ".Sh NAME",
      ".Nm patrol",
      ".Nd \(RoffText.line(of: Self.asPhrase(program.abstract ?? "")))",
      ".Sh SYNOPSIS",
      ".Nm patrol",
      ".Ar verb",
      ".Op Ar argument ...",
      ".Nm patrol",
      ".Cm help",
      ".Op Ar verb",
      ".Nm patrol",
      ".Fl \\-version",
      ".Sh DESCRIPTION",
    ]
    lines += paragraphs(program.discussion) + [".Pp"] + RoffText.lines("This page is of version \(version).")
    for group in groups {
      lines.append(".Sh \(RoffText.argument(group.name.uppercased()))")
      for name in group.verbs {
        guard let verb = program.subcommands?.first(where: { $0.commandName == name }) else { continue }
        lines += section(verb)
      }
    }
    lines.append(".Sh ENVIRONMENT")
    lines += list(EnvironmentSetting.allCases.map { (".It Ev \($0.rawValue)", $0.words) })
    lines.append(".Sh EXIT STATUS")
    lines += list(ExitStatus.allCases.map { (".It \($0.rawValue)", $0.words) })
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ verb: CommandHelp) -> [String] {
    var lines = [".Ss \(RoffText.argument("patrol \(verb.commandName)"))"]
    lines += [".Bd -ragged -offset indent", ".Nm patrol", ".Cm \(RoffText.argument(verb.commandName))"]
    lines += verb.ownArguments.map(synopsis) + [".Ed", ".Pp"]
    lines += paragraphs([verb.abstract, verb.discussion].compactMap { $0 }.joined(separator: "\n\n"))
    guard !verb.ownArguments.isEmpty else { return lines }
    return lines + list(verb.ownArguments.map { (".It \(named($0))", words($0)) })
  }

  private func synopsis(_ argument: CommandHelp.Argument) -> String {
    let name = argument.kind == "positional" ? value(argument) : preferred(argument)
    return "." + (argument.isOptional ? "Op " : "") + name + (argument.isRepeating ? " ..." : "")
  }

  /// The shortest that is typed: the first long name, with its value.
  private func preferred(_ argument: CommandHelp.Argument) -> String {
    let name = argument.names?.first { $0.kind == "long" } ?? argument.names?.first
    return option(name.map(\.typed) ?? "") + (argument.kind == "option" ? " " + value(argument) : "")
  }

  private func named(_ argument: CommandHelp.Argument) -> String {
    guard argument.kind != "positional" else { return value(argument) }
    let names = (argument.names ?? []).map { option($0.typed) }.joined(separator: " , ")
    return names + (argument.kind == "option" ? " " + value(argument) : "")
  }

  private func option(_ typed: String) -> String { "Fl \(RoffText.argument(String(typed.dropFirst())))" }

  private func value(_ argument: CommandHelp.Argument) -> String {
    "Ar \(RoffText.argument(argument.valueName ?? "value"))"
  }

  private func words(_ argument: CommandHelp.Argument) -> String {
    var remarks: [String] = []
    if let values = argument.allValues { remarks.append("values: " + values.joined(separator: ", ")) }
    if let value = argument.defaultValue, argument.kind != "flag" { remarks.append("default: " + value) }
    if argument.isRepeating { remarks.append("may be given again") }
    return (argument.abstract ?? "") + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
  }

  private func list(_ items: [(head: String, words: String)]) -> [String] {
    [".Bl -tag -width Ds"] + items.flatMap { [$0.head] + RoffText.lines($0.words) } + [".El"]
  }

  /// The paragraphs of a text; what is indented in it is shown as it stands.
  private func paragraphs(_ text: String?) -> [String] {
    var lines: [String] = []
    for (number, part) in Self.parts(of: text ?? "").enumerated() {
      if part.isExample {
        lines += [".Bd -literal -offset indent"] + part.lines.map(RoffText.line(of:)) + [".Ed"]
      } else {
        lines += (number > 0 ? [".Pp"] : []) + RoffText.lines(part.lines.joined(separator: " "))
      }
    }
    return lines
  }

  private static func parts(of text: String) -> [(isExample: Bool, lines: [String])] {
    var parts: [(isExample: Bool, lines: [String])] = []
    var isNew = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = String(line.drop { $0 == " " })
      if trimmed.isEmpty {
        isNew = true
        continue
      }
      let isExample = line.hasPrefix("  ")
      if let last = parts.last, last.isExample == isExample, isExample || !isNew {
        parts[parts.count - 1].lines.append(trimmed)
      } else {
        parts.append((isExample, [trimmed]))
      }
      isNew = false
    }
    return parts
  }

  /// A sentence as a part of another one.
  private static func asPhrase(_ sentence: String) -> String {
    let words = sentence.withoutFullStop
    return words.prefix(1).lowercased() + words.dropFirst()
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}

/// Text for roff, so that nothing in it is taken for a request, a macro or an escape.
enum RoffText {
  /// The widest line of the source, in characters; linters of manual pages ask for 80.
  private static let width = 78

  /// A paragraph as lines of text: a new one for each sentence, as mdoc wants it, none too wide.
  static func lines(_ paragraph: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      // What is spelled out counts as it is written: a quotation mark of code takes four characters.
      if !line.isEmpty, escaped(line).count + escaped(String(word)).count >= width || endsSentence(line) {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map(line(of:))
  }

  /// One line of text, to be shown as it stands.
  static func line(of text: String) -> String {
    let escaped = escaped(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// An argument of a macro: one word, and not the name of another macro.
  static func argument(_ text: String) -> String {
    "\"\\&\(escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq"))\""
  }

  private static func endsSentence(_ line: String) -> Bool {
    line.hasSuffix(".") || line.hasSuffix("!") || line.hasSuffix("?")
  }

  /// The text with what roff would obey or change spelled out; `-` stays the character that a shell knows.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "`": escaped += "\\(ga"
      case "'": escaped += "\\(aq"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default: escaped += "\\[u" + hexadecimal(scalar) + "]"
      }
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
