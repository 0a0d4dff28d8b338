import RosterModel

/// A short list to choose one of.
struct ChoosePrompt: Sendable {
  /// What choosing does.
  enum Action: Sendable {
    case perform(EditStep)
    case choose(ChoosePrompt)
    case carry(Assignment)
    case post(Assignment, leaving: Assignment?)
    case swap(Assignment, with: Assignment)
    case goTo(CellPlace)
    case redo([ReplayConflict])
    case drop([ReplayConflict])
    case nothing
  }

  /// A line of the list.
  struct Option: Sendable {
    let label: String
    let action: Action
  }

  let title: String
  let options: [Option]
  var list = ListState()
}
