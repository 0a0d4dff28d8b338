/// What `patrol export` answers programs.
struct ExportAnswer: Encodable {
  /// The version of the shape; a minor version only adds fields.
  let formatVersion = "1.1"
  /// What was written, in the order of writing.
  var exported: [ExportedItem]
}
