import Screen

/// Every command of the desk by the context in which its keys are read.
public enum KeyTable {
  private static let tables = Dictionary(
    uniqueKeysWithValues: Context.allCases.map { context in
      (context, context.parts.commands + (context.parts.hasScreenKeys ? ScreenKeys.commands : []))
    })

  /// The screens on which `commandsOfScreens` work.
  public static let screens = Context.allCases.filter(\.parts.hasScreenKeys)

  /// The commands that every screen with a roster on it has.
  public static var commandsOfScreens: [Command] { ScreenKeys.commands }

  /// The commands that a context has besides those of all screens.
  public static func ownCommands(in context: Context) -> [Command] { context.parts.commands }

  /// The commands of a context in the order in which help lists them.
  public static func commands(in context: Context) -> [Command] { tables[context] ?? [] }

  /// What the keys typed so far come to.
  enum Resolution {
    /// A command.
    case command(Command)
    /// The beginning of one or more.
    case prefix([Command])
    /// Nothing.
    case none
  }

  /// Finds the command of the keys typed so far; a whole match wins over a longer one.
  static func resolve(_ typed: [Key], in context: Context) -> Resolution {
    var beginnings: [Command] = []
    for command in commands(in: context) {
      var begins = false
      for sequence in command.keys {
        switch sequence.match(typed) {
        case .whole: return .command(command)
        case .prefix: begins = true
        case .none: break
        }
      }
      if begins { beginnings.append(command) }
    }
    return beginnings.isEmpty ? .none : .prefix(beginnings)
  }
}

/// A thing a dispatcher can do: its keys, its words, when it can be done, and what it does.
///
/// Declared once; the key bar, the help, the command line and the documentation are all made from it.
public struct Command: Sendable {
  /// The keys that do it, the one that is shown first.
  public let keys: [KeySequence]
  /// The keys as help writes them, where that is not their list.
  private let shownKeys: String?
  /// One or two words for the key bar and the command line.
  public let name: String
  /// One sentence for help.
  public let help: String
  /// Whether help and the key bar name it; another way to do the same is not listed.
  public let isListed: Bool
  /// Its place in the key bar, smallest first; `nil` keeps it out of the bar.
  public let barRank: Int?
  /// Why it cannot be done now; `nil` where it can.
  public let whyNot: @Sendable (Model) -> String?
  let run: @Sendable (inout Model) -> Void

  /// A command; keys are written as `KeySequence` reads them.
  init(
    _ keys: [String], _ name: String, _ help: String, shownKeys: String? = nil, bar: Int? = nil, isListed: Bool = true,
    when whyNot: @escaping @Sendable (Model) -> String? = { _ in nil }, run: @escaping @Sendable (inout Model) -> Void
  ) {
    self.keys = keys.compactMap { KeySequence($0) }
    self.shownKeys = shownKeys
    self.name = name
    self.help = help
    self.isListed = isListed
    barRank = bar
    self.whyNot = whyNot
    self.run = run
  }

  /// The keys as help and documentation write them.
  public var keyNames: String { shownKeys ?? keys.map(\.description).joined(separator: ", ") }

  /// The key as the key bar writes it.
  public var barKey: String { shownKeys ?? keys.first?.description ?? "" }

  /// The cells that it takes in the key bar.
  var barWidth: Int { barKey.cellWidth + 1 + name.cellWidth }
}
