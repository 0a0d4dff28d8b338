/// The keys of the question for a reason; letters and digits go into its field.
enum ReasonKeys {
  static let commands = [
    Command(["Enter"], "OK", "Do it, with the reason that was typed", bar: 1, when: { $0.whyNoReason }) {
      $0.enterReason()
    },
    Command(["Esc", "Ctrl-C"], "Cancel", "Go back and change nothing", bar: 2) { $0.prompt = nil },
  ]
}
