/// The help: what is searched for, and the commands that match.
struct HelpState: Sendable {
  var field = TextField()
  var list = ListState()
  /// Whose keys are explained.
  var subject = Context.grid
}
