/// What a cell of the screen means; a theme decides how it looks.
///
/// Everything drawn has a role, so a theme is the only place where a colour is chosen, and no meaning can be lost
/// on a terminal without colours.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case normal
  /// The title line of a screen or a dialogue.
  case title
  /// Text of less weight: units out of reach, past days, hints.
  case dim
  /// What cannot be chosen now.
  case disabled
  /// Column and row headings.
  case header
  /// Heading of a rest day.
  case weekend
  /// Heading of the present day.
  case today
  /// A group's line: district, department.
  case group
  /// Lines and frames.
  case border
  /// Body of a dialogue or a menu that lies over the screen.
  case popup

  /// The bar of keys.
  case keyBar
  /// A key's name in the bar and in help.
  case keyName
  /// The line that reports the last action.
  case status

  /// At target.
  case met
  /// Below target, not below minimum.
  case short
  /// Below minimum.
  case gap
  /// Above maximum.
  case over
  /// A broken hard rule.
  case conflict
  /// An assignment nothing may move.
  case locked
  /// Published to the units.
  case published
  /// Not yet on the disk.
  case pending

  /// Where the cursor is.
  case cursor
  /// Selected cells.
  case selection
  /// Every other line of a long table.
  case stripe
  /// A found text.
  case match
  /// A text field.
  case input

  /// An error.
  case error
  /// A warning.
  case warning
  /// A remark.
  case info
  /// Something went well.
  case success

  /// What a proposal would add.
  case proposalAdded
  /// What a proposal would take away.
  case proposalRemoved

  /// The police.
  case police
  /// The National Guard.
  case guardForce
  /// The public.
  case volunteer

  /// Coverage of a day on a map: much is missing.
  case heat0
  /// Coverage of a day on a map: some is missing.
  case heat1
  /// Coverage of a day on a map: little is missing.
  case heat2
  /// Coverage of a day on a map: nothing below minimum.
  case heat3
  /// Coverage of a day on a map: everything at target.
  case heat4
}

extension Role {
  /// The letter that stands for the role in a style map; `.` is ordinary text.
  public var letter: Character {
    let letters: StaticString = ".TdxHwtGbpkKsmhgoclPnCS~fiEWIY+-BNV01234"
    return letters.withUTF8Buffer { Character(Unicode.Scalar($0[Int(rawValue)])) }
  }
}
