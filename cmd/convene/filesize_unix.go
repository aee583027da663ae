//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// mindFileSize lets a write beyond the greatest size of a file that the system allows (ulimit -f, LimitFSIZE) fail as on a full
// disk, which everyone is told of and which ends. Go would end the program.
func mindFileSize() { signal.Ignore(syscall.SIGXFSZ) }
