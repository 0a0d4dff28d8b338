/// The keys of a line that is typed at the foot of the window.
enum LineKeys {
  static let commands = [
    Command(["Enter"], "OK", "Do what was typed", bar: 1) { $0.enterLine() },
    Command(["Esc", "Ctrl-C"], "Cancel", "Close the line and change nothing", bar: 2) { $0.prompt = nil },
  ]
}
