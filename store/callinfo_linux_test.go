//go:build amd64 || arm64

package store

import (
	"fmt"
	"os"
	"syscall"
	"unsafe"
)

// callInfo is the system's struct ptrace_syscall_info, which is the same on all kinds of machines.
type callInfo struct {
	op     uint8 // callBegins, or the call ends
	_      [7]byte
	_      [2]uint64
	number uint64 // when a call begins; when it ends, what it returned
	args   [6]uint64
	_      [2]uint64
}

const callBegins = 1 // PTRACE_SYSCALL_INFO_ENTRY

// askAbout asks the system about the call at which a thread has stopped.
func askAbout(thread int) (callInfo, error) {
	const getSyscallInfo = 0x420e // PTRACE_GET_SYSCALL_INFO
	var i callInfo
	_, _, errno := syscall.Syscall6(syscall.SYS_PTRACE, getSyscallInfo, uintptr(thread), unsafe.Sizeof(i),
		uintptr(unsafe.Pointer(&i)), 0, 0)
	if errno != 0 {
		return i, fmt.Errorf("look at a call: %w", errno)
	}
	return i, nil
}

// read tells what a call that begins is to do, if it is one to the file or the watcher.
func (i callInfo) read(process int, path string) (c call, ours bool, err error) {
	var at, long uint64
	switch i.number {
	case syscall.SYS_WRITE:
		if i.args[0] != watcher {
			return call{}, false, nil
		}
		c, at, long = call{does: says}, i.args[1], i.args[2]
	case syscall.SYS_PWRITE64:
		c, at, long = call{does: writes, at: int64(i.args[3])}, i.args[1], i.args[2]
	case syscall.SYS_FTRUNCATE:
		c = call{does: resizes, at: int64(i.args[1])}
	case syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
		c = call{does: syncs}
	default:
		return call{}, false, nil
	}
	if c.does != says {
		file, err := os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", process, i.args[0]))
		if err != nil || file != path {
			return call{}, false, err
		}
	}
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", process))
	if err != nil {
		return call{}, false, err
	}
	defer memory.Close()
	c.bytes = make([]byte, long)
	_, err = memory.ReadAt(c.bytes, int64(at))
	return c, true, err
}
