package store

import (
	"errors"
	"syscall"
)

// spoiler says what becomes of the call of a number, from 1 on.
type spoiler func(n int, c call) fate

type fate int

const (
	succeeds fate = iota
	fails         // the system does nothing, and says so
	isShort       // of a write, only the first half is done
)

// theError is what a call that fails returns.
const theError = syscall.EIO

// spoil lets the call that a thread begins fail, or do only a part, if that is what shall become of it.
func (w *tracer) spoil(thread int) error {
	c := w.begun[thread]
	become := w.spoils(w.count, c)
	if become == succeeds {
		return nil
	}
	var regs syscall.PtraceRegs
	if err := syscall.PtraceGetRegs(thread, &regs); err != nil {
		return err
	}
	switch {
	case become == fails:
		regs.Orig_rax = ^uint64(0) // no call has this number
		c.failed = true
	case c.does != writes:
		return errors.New("only a write can be short")
	default:
		regs.Rdx /= 2
		c.bytes = c.bytes[:len(c.bytes)/2]
	}
	w.begun[thread] = c
	return syscall.PtraceSetRegs(thread, &regs)
}

// answer lets a call return an error.
func answer(thread int, with syscall.Errno) error {
	var regs syscall.PtraceRegs
	if err := syscall.PtraceGetRegs(thread, &regs); err != nil {
		return err
	}
	regs.Rax = uint64(-int64(with))
	return syscall.PtraceSetRegs(thread, &regs)
}
