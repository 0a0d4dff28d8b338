import Screen

/// Every command of the desk by the context in which its keys are read.
public enum KeyTable {
  private static let own: [Context: [Command]] = [
    .city: CityKeys.commands,
    .grid: GridKeys.commands,
    .gaps: GapsKeys.commands,
    .findings: FindingsKeys.commands,
    .plan: PlanKeys.commands,
    .history: HistoryKeys.commands,
    .help: HelpKeys.commands,
    .assign: AssignKeys.commands,
    .choose: ChooseKeys.commands,
    .find: LineKeys.commands,
    .date: LineKeys.commands,
    .commandLine: LineKeys.commands,
    .filter: LineKeys.commands,
    .confirm: ConfirmKeys.commands,
    .reason: ReasonKeys.commands,
    .refused: RefusalKeys.commands,
  ]

  private static let tables = Dictionary(
    uniqueKeysWithValues: own.map { context, commands in
      (context, commands + (screens.contains(context) ? ScreenKeys.commands : []))
    })

  /// The screens on which `commandsOfScreens` work.
  public static let screens: [Context] = [.city, .grid, .gaps, .findings, .history]

  /// The commands that every screen with a roster on it has.
  public static var commandsOfScreens: [Command] { ScreenKeys.commands }

  /// The commands that a context has besides those of all screens.
  public static func ownCommands(in context: Context) -> [Command] { own[context] ?? [] }

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
