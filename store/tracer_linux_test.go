//go:build amd64 || arm64

package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// tracer sees everything that a process asks of the system about one file, in the way in which a debugger does. The program
// knows nothing of it, so what is seen is what happens.
type tracer struct {
	path    string // of the file, without symbolic links
	killAt  int    // the call instead of which the process is killed, from 1 on; 0 lets it end
	spoils  spoiler
	process int
	threads map[int]bool // that have stopped before
	begun   map[int]call // by thread
	count   int          // of the calls to the file that have begun
	done    []call       // in order
}

// What package syscall has no names for; see ptrace(2).
const (
	stopAtCalls    = 1       // PTRACE_O_TRACESYSGOOD
	followThreads  = 1 << 3  // PTRACE_O_TRACECLONE
	endWithTracer  = 1 << 20 // PTRACE_O_EXITKILL
	stoppedAtACall = syscall.SIGTRAP | 0x80
)

// errNoTracing is returned when the system lets no process look at another, as in some containers.
var errNoTracing = errors.New("this system lets no process look at another")

// watch does a task with a file in a process of its own, and returns what that did, and whether it was killed before its end:
// instead of its call to the file of that number, from 1 on, or never with 0.
func watch(t *testing.T, path, task string, killAt int) (done []call, killed bool) {
	t.Helper()
	w := &tracer{killAt: killAt}
	w.watch(t, path, task)
	return w.done, w.killed()
}

// watch does a task with a file in a process of its own, and takes down what that does.
func (w *tracer) watch(t *testing.T, path, task string) {
	t.Helper()
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	w.path = filepath.Join(folder, filepath.Base(path))
	w.threads, w.begun = make(map[int]bool), make(map[int]call)
	output, err := os.Create(filepath.Join(t.TempDir(), "output"))
	if err != nil {
		t.Fatal(err)
	}
	defer output.Close()
	ended := make(chan error)
	go func() {
		runtime.LockOSThread() // only the thread that began a process may trace it; it goes with this goroutine
		ended <- w.run(output, task)
	}()
	switch err := <-ended; {
	case errors.Is(err, errNoTracing):
		t.Skip(err)
	case err != nil:
		t.Fatalf("%q in a process of its own: %v\n%s", task, err, contents(t, output.Name()))
	}
}

// run begins the process, and follows it to its end.
func (w *tracer) run(output *os.File, task string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer null.Close()
	w.process, err = syscall.ForkExec(self, []string{self, "-test.run=^" + watchedTest + "$"}, &syscall.ProcAttr{
		Env:   append(os.Environ(), watchedTask+"="+task, watchedFile+"="+w.path),
		Files: []uintptr{null.Fd(), output.Fd(), output.Fd(), null.Fd()},
		Sys:   &syscall.SysProcAttr{Ptrace: true, Setpgid: true},
	})
	switch {
	case errors.Is(err, syscall.EPERM), errors.Is(err, syscall.ENOSYS):
		return fmt.Errorf("%w: %w", errNoTracing, err)
	case err != nil:
		return err
	}
	if err := w.follow(); err != nil {
		_ = syscall.Kill(w.process, syscall.SIGKILL)
		return err
	}
	return nil
}

// follow lets the process run from stop to stop. It returns an error unless the process ends well, or is killed as it shall be.
func (w *tracer) follow() error {
	for {
		var status syscall.WaitStatus
		thread, err := syscall.Wait4(-w.process, &status, syscall.WALL, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
		case err != nil:
			return err
		case status.Stopped():
			if err := w.stopped(thread, status.StopSignal()); err != nil {
				return err
			}
		case thread != w.process: // one of its threads has ended
		case w.killed() && status.Signaled(), status.Exited() && status.ExitStatus() == 0:
			return nil
		default:
			return fmt.Errorf("it ended with status %d, signal %v", status.ExitStatus(), status.Signal())
		}
	}
}

func (w *tracer) killed() bool { return w.killAt > 0 && w.count >= w.killAt }

// stopped looks why a thread has stopped, and lets it go on.
func (w *tracer) stopped(thread int, signal syscall.Signal) error {
	if len(w.threads) == 0 { // the process has just begun
		if err := syscall.PtraceSetOptions(thread, stopAtCalls|followThreads|endWithTracer); err != nil {
			return err
		}
	}
	known := w.threads[thread]
	w.threads[thread] = true
	switch {
	case signal == stoppedAtACall:
		if err := w.call(thread); err != nil {
			return err
		}
		signal = 0
	case signal == syscall.SIGTRAP, signal == syscall.SIGSTOP && !known: // for the tracer, and not for the thread
		signal = 0
	}
	if w.killed() {
		return nil
	}
	err := syscall.PtraceSyscall(thread, int(signal))
	if errors.Is(err, syscall.ESRCH) { // it has ended meanwhile
		return nil
	}
	return err
}

// call takes down the call that a thread begins or ends. It kills the process instead of the call at which it is to be killed.
func (w *tracer) call(thread int) error {
	i, err := askAbout(thread)
	switch {
	case errors.Is(err, syscall.ESRCH): // it has ended meanwhile
		return nil
	case err != nil && len(w.done) == 0:
		return fmt.Errorf("%w: %w", errNoTracing, err)
	case err != nil:
		return err
	}
	if i.op == callBegins {
		c, ours, err := i.read(w.process, w.path)
		if err != nil || !ours {
			return err
		}
		w.begun[thread] = c
		if c.does == says {
			return nil
		}
		if w.count++; w.count == w.killAt {
			return syscall.Kill(w.process, syscall.SIGKILL)
		}
		if w.spoils != nil {
			return w.spoil(thread)
		}
		return nil
	}
	c, ours := w.begun[thread]
	if !ours {
		return nil
	}
	delete(w.begun, thread)
	if c.failed {
		w.done = append(w.done, c)
		return answer(thread, theError)
	}
	if n := int64(i.number); n < 0 || c.does == writes && n < int64(len(c.bytes)) {
		return fmt.Errorf("a call to the file has failed: %d", n)
	}
	w.done = append(w.done, c)
	return nil
}
