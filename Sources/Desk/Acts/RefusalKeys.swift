/// The keys of the answer to a refusal; Enter, like Esc, leaves the roster as it is and keeps the way back open.
enum RefusalKeys {
  static let commands = [
    Command(
      ["Enter", "Esc", "n", "Ctrl-C"], "Leave it", "Close; Ctrl-R does it again as long as nothing else is done", bar: 1
    ) { $0.leaveRefusal() },
    Command(["l"], "Look", "Go to the cell that it is about", bar: 2, when: { $0.whyNoLook }) { $0.lookAtRefusal() },
    Command(
      ["r"], "Redo", "Do it again on the roster as it is now", bar: 3, when: { $0.whyNoRepeat }
    ) { $0.repeatRefused() },
    Command(
      ["f"], "Force", "Do it against the rules; asks for the reason", bar: 4, when: { $0.whyNoForce }
    ) { $0.forceRefused() },
    Command(["d"], "Drop", "Forget it", bar: 5) { $0.dropRefused() },
  ]
}
