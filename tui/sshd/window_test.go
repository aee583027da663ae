package sshd_test

import (
	"runtime"
	"testing"

	"convene/tui/sshd/sshtest"
)

func TestWindowsAreBounded(t *testing.T) {
	_, _, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	channel := openChannel(t, client)
	ask(t, channel, "pty-req", pty(5000, 5000))
	ask(t, channel, "shell", nil)
	expect(t, channel, "window 400x150 then 400x150")
	for _, w := range []struct {
		width, height uint32
		want          string
	}{
		{80, 3, "then 80x3"},
		{1 << 31, 1<<32 - 1, "then 400x150"},
		{100, 0, "\x1b[1H"}, // one line remains
		{200, 100, "then 200x100"},
	} {
		ask(t, channel, "window-change", window(w.width, w.height))
		expect(t, channel, w.want)
	}
	if _, err := channel.SendRequest("window-change", false, []byte("nonsense")); err != nil {
		t.Fatal(err)
	}
	ask(t, channel, "window-change", window(0, 0))
	ask(t, channel, "window-change", window(90, 30))
	expect(t, channel, "then 90x30")
}

func TestAWindowMayBeginAtAnySize(t *testing.T) {
	_, _, address := open(t)
	for _, c := range []struct {
		width, height uint32
		want          string
	}{
		{1<<32 - 1, 1<<32 - 1, "window 400x150 then 400x150"},
		{1 << 31, 1 << 31, "window 400x150 then 400x150"},
		{0, 30, "\x1b[1H"}, // one column remains
		{80, 30, "window 80x30 then 80x30"},
		{0, 0, "\x1b[1H"},
	} {
		client := sshtest.Dial(t, address, "ann")
		channel := openChannel(t, client)
		ask(t, channel, "pty-req", pty(c.width, c.height))
		ask(t, channel, "shell", nil)
		expect(t, channel, c.want)
		_ = client.Close()
	}
}

func TestAWindowMayChangeBeforeThereIsAShell(t *testing.T) {
	_, server, address := open(t)
	client := sshtest.Dial(t, address, "ann")
	answered(t, client)
	before := runtime.NumGoroutine()
	for range 20 {
		channel := openChannel(t, client)
		ask(t, channel, "window-change", window(33, 3)) // of no window
		ask(t, channel, "pty-req", pty(80, 24))
		for i := range uint32(100) {
			ask(t, channel, "window-change", window(100+i, 20))
		}
		ask(t, channel, "shell", nil)
		for i := range uint32(10) {
			ask(t, channel, "window-change", window(200+i, 20))
		}
		expect(t, channel, "then 209x20")
		_ = channel.Close()
		settled(t, before)
	}
	for range 20 { // and there may never be a shell
		channel := openChannel(t, client)
		ask(t, channel, "pty-req", pty(80, 24))
		for i := range uint32(20) {
			ask(t, channel, "window-change", window(100+i, 20))
		}
		_ = channel.Close()
		settled(t, before)
	}
	if n := server.Sessions(); n != 0 {
		t.Errorf("%d visits are left", n)
	}
}
