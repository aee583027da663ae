package sshd

import (
	"context"
	"io"
	"time"
)

// afterTheEnd is how long nobody looks whether something has come behind the end that a client has announced.
const afterTheEnd = time.Second

// drain reads what nobody wants to know, until the context ends. Unread it would be kept in the channel's buffer, which has
// two megabytes of text, and a hundred megabytes of memory when each byte comes in a packet of its own. A client that has
// announced the end can still go on.
func drain(ctx context.Context, from io.Reader) {
	var lost [256]byte
	look := time.NewTimer(afterTheEnd)
	defer look.Stop()
	for {
		if _, err := from.Read(lost[:]); err == nil {
			continue
		}
		look.Reset(afterTheEnd)
		select {
		case <-ctx.Done():
			return
		case <-look.C:
		}
	}
}
