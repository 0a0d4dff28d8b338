/// What `patrol explain` answers programs.
struct RuleAnswer: Encodable {
  /// The version of the shape; a minor version only adds fields.
  let formatVersion = "1.1"
  var rule: RuleJSON
}
