import ArgumentParser
import Sheets
import Tables

extension CSVDialect: ExpressibleByArgument {}
