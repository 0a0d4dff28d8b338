/// The desk after a message, and what it asks for.
///
/// Pure: the same desk and message give the same answer.
public func update(_ model: Model, _ message: Message) -> (Model, [Effect]) {
  var next = model
  let effects = next.receive(message)
  return (next, effects)
}
