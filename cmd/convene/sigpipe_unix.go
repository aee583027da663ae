//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// outliveLog lets a server go on, and end as it should, when nobody reads its log any more, as when the tee behind it got the same
// Ctrl-C. Go would end the program at the next line.
func outliveLog() { signal.Ignore(syscall.SIGPIPE) }
