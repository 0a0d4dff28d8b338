/// The keys of the assign prompt; letters and digits go into its field.
enum AssignKeys {
  static let commands = [
    Command(["Enter"], "Assign", "Post the unit under the cursor to the cell; asks where a rule is against it", bar: 1)
    {
      $0.assignSelected()
    },
    Command(["Up", "Ctrl-P"], "Up", "Go to the candidate above", isListed: false) { $0.moveAssign(-1) },
    Command(["Down", "Ctrl-N", "Tab"], "Next", "Go to the candidate below", bar: 3) { $0.moveAssign(1) },
    Command(["PgUp"], "Page up", "Go a page up", isListed: false) { $0.pageAssign(-1) },
    Command(["PgDn"], "Page down", "Go a page down", isListed: false) { $0.pageAssign(1) },
    Command(["Esc", "Ctrl-C"], "Cancel", "Close the list and change nothing", bar: 2) { $0.prompt = nil },
  ]
}
