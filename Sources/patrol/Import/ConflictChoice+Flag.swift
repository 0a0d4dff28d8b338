import ArgumentParser
import Sheets

extension ConflictChoice: EnumerableFlag {}
