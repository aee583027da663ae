package sshd_test

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// quietTime lies between two measurements, so that no picture waits for the one before it.
const quietTime = 50 * time.Millisecond

// BenchmarkEcho is how long a key takes from the keyboard to the screen, after a moment of quiet.
func BenchmarkEcho(b *testing.B) {
	_, _, address := open(b)
	channel := openScreen(b, address, "ann")
	expect(b, channel, "window 80x24 then 80x24")
	quiet := time.NewTicker(quietTime)
	defer quiet.Stop()
	for b.Loop() {
		b.StopTimer()
		<-quiet.C
		b.StartTimer()
		if _, err := io.WriteString(channel, "x"); err != nil {
			b.Fatal(err)
		}
		expect(b, channel, "x]")
		b.StopTimer()
		if _, err := io.WriteString(channel, "\x15"); err != nil { // ctrl+u
			b.Fatal(err)
		}
		expect(b, channel, "]")
		b.StartTimer()
	}
}

// BenchmarkOneChangeForAHundred is how long it takes until a hundred people see what one has said, how many bytes each
// is sent, and how much memory and how many goroutines each takes, both ends of the connection together.
func BenchmarkOneChangeForAHundred(b *testing.B) {
	const people = 100
	h, _, address := open(b)
	before := heap()
	var seen sync.WaitGroup
	var received atomic.Int64
	for i := range people {
		channel := openScreen(b, address, fmt.Sprintf("person%d", i))
		expect(b, channel, "window 80x24 then 80x24")
		go func() {
			buf := make([]byte, 4096)
			for {
				n, err := channel.Read(buf)
				if err != nil {
					return
				}
				received.Add(int64(n))
				for range strings.Count(string(buf[:n]), "said") {
					seen.Done()
				}
			}
		}()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	memory := heap() - before + int64(m.StackInuse)
	received.Store(0)
	n := 0
	quiet := time.NewTicker(quietTime)
	defer quiet.Stop()
	for b.Loop() {
		b.StopTimer()
		<-quiet.C
		h.forget()
		seen.Add(people)
		n++
		b.StartTimer()
		h.say(fmt.Sprintf("number %d was said", n))
		seen.Wait()
	}
	b.ReportMetric(float64(received.Load())/float64(n)/people, "B/person")
	b.ReportMetric(float64(memory)/people/1024, "KB/person")
	b.ReportMetric(float64(runtime.NumGoroutine())/people, "goroutines/person")
}

// openScreen opens a terminal that is read by hand.
func openScreen(b *testing.B, address, user string) ssh.Channel {
	b.Helper()
	channel := openChannel(b, sshtest.Dial(b, address, user))
	ask(b, channel, "pty-req", pty(80, 24))
	ask(b, channel, "shell", nil)
	return channel
}
