/// What `patrol rules` answers programs.
struct RulesAnswer: Encodable {
  /// The version of the shape; a minor version only adds fields.
  let formatVersion = "1.0"
  var rules: [RuleJSON]
}
