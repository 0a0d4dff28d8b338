/// What of SQLite Swift cannot call, because it takes a changing number of arguments.
#ifndef CJOURNAL_H
#define CJOURNAL_H

/// Has a connection, when it is closed, leave the write-ahead log as it is, rather than bring it into the database; 0, or
/// an error code of SQLite.
int journal_leave_log(void *connection);

#endif
