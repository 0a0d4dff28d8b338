/// The keys of a short list to choose from.
enum ChooseKeys {
  static let commands =
    [
      Command(["Enter"], "Choose", "Choose the line under the cursor", bar: 1) { $0.chooseSelected() },
      Command(["Up", "k"], "Up", "Go to the line above", isListed: false) { $0.moveChoice(-1) },
      Command(["Down", "j"], "Down", "Go to the line below", isListed: false) { $0.moveChoice(1) },
      Command(["Esc", "q", "Ctrl-C"], "Cancel", "Close the list and change nothing", bar: 3) { $0.prompt = nil },
    ]
    + (1...9).map { number in
      Command(
        ["\(number)"], "By number", "Choose a line by its number", shownKeys: "1-9", bar: number == 1 ? 2 : nil,
        isListed: number == 1
      ) { $0.choose(number - 1) }
    }
}
