package sshd

import "time"

// idle sends people away who have not pressed a key for long. The nil idle sends nobody.
type idle struct {
	after     time.Duration
	touched   time.Time
	warn, end *time.Timer
}

func newIdle(after time.Duration, warn, end func()) *idle {
	i := &idle{after: after, end: time.AfterFunc(after, end)}
	if after > idleWarning {
		i.warn = time.AfterFunc(after-idleWarning, warn)
	}
	return i
}

// touch counts the time anew. Of keys that follow each other at once the first is enough: who leans on a keyboard sends thousands.
func (i *idle) touch(now time.Time) {
	const often = 1000
	if i == nil || now.Sub(i.touched) < i.after/often {
		return
	}
	i.touched = now
	i.end.Reset(i.after)
	if i.warn != nil {
		i.warn.Reset(i.after - idleWarning)
	}
}

func (i *idle) stop() {
	if i == nil {
		return
	}
	i.end.Stop()
	if i.warn != nil {
		i.warn.Stop()
	}
}
