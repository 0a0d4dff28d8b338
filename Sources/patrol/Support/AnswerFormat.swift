import ArgumentParser

/// How a verb that answers a question writes its answer.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people and editors.
  case text
  /// For programs.
  case json
}
