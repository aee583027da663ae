package sshd

import "time"

// idle sends people away who have not pressed a key for long. The nil idle sends nobody.
type idle struct {
	after     time.Duration
	warn, end *time.Timer
}

func newIdle(after time.Duration, warn, end func()) *idle {
	i := &idle{after: after, end: time.AfterFunc(after, end)}
	if after > idleWarning {
		i.warn = time.AfterFunc(after-idleWarning, warn)
	}
	return i
}

func (i *idle) touch() {
	if i == nil {
		return
	}
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
