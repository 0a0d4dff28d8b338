/// What must be so before the Swift runtime starts: whatever program this is linked into runs no other when it crashes.
#ifndef CSTART_H
#define CSTART_H

/// Ends what was done before the runtime started; the first thing that a program does.
void start_finish(void);

#endif
