/// The keys of a question; Enter, like Esc, is always the answer that does nothing.
enum ConfirmKeys {
  static let commands = [
    Command(["Enter", "Esc", "n", "Ctrl-C"], "Cancel", "Go back and change nothing", bar: 1) { $0.prompt = nil },
    Command(["y"], "Yes", "Do it all the same", bar: 2) { $0.confirm() },
  ]
}
