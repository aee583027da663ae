package sshd

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestTheMouseIsUnderstood(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		for in, want := range map[string]string{
			"\x1b[<0;12;3M\x1b[<0;12;3m":                "left@11,2 left@11,2",
			"\x1b[<2;1;1M\x1b[<64;5;6M\x1b[<65;5;6M":    "right@0,0 wheelup@4,5 wheeldown@4,5",
			"\x1b[<32;80;24M":                           "left+motion@79,23",
			"\x1b[<0;81;25M\x1b[<0;0;0M":                "left@79,23 left@0,0", // outside of the window
			"\x1b[<0;99999999999999999999;99999999M":    "left@79,23",
			"\x1b[<0;;M\x1b[<0;1M\x1b[<0;1;1;1Mx":       "x", // malformed
			"\x1b[<0:1;1;1M\x1b[<M\x1b[<-1;1;1M\x1b[<0": "",
			"\x1b[0;1;1M\x1b[?0;1;1My":                  "y", // other sequences with the same end
			"\x1b[M !!z":                                "z", // an old terminal
		} {
			if got := strings.Join(ty.types(t, in), " "); got != want {
				t.Errorf("%q was understood as %q, want %q", in, got, want)
			}
		}
	})
}

// Whoever moves the mouse as fast as they can costs no more than somebody who reads thirty pictures a second, and what
// they do with its buttons is not late.
func TestMotionIsMerged(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		ty.sends(t, "\x1b[<0;1;1M")
		for i := range 1000 {
			ty.sends(t, fmt.Sprintf("\x1b[<32;%d;%dM", 1+i%80, 1+i%24))
			pause(time.Millisecond)
		}
		pause(time.Second)
		got := ty.heard()
		if n := len(got); n > 35 || n < 25 || got[n-1] != "left+motion@39,15" {
			t.Errorf("a thousand places in a second were told as %d, the last as %q", n, got[n-1])
		}
		ty.sends(t, "\x1b[<32;5;5M\x1b[<32;6;6M\x1b[<32;7;7M\x1b[<0;7;7m")
		if got := ty.types(t, ""); len(got) != 0 {
			t.Errorf("after the release the mouse moved on: %q", got)
		}
		ty.sends(t, "abc\x1b[<0;7;7M")
		if got := ty.heard(); !slices.Equal(got, []string{"a", "b", "c", "left@6,6"}) {
			t.Errorf("then told %q", got)
		}
	})
}

// A wheel that spins faster than anybody reads is forgotten, and holds no key up.
func TestAWheelThatSpinsHoldsNothingUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		ty.sends(t, strings.Repeat("\x1b[<65;5;5M", 2000))
		if n := len(ty.heard()); n != eventBurst {
			t.Errorf("%d turns at once", n)
		}
		ty.sends(t, "x")
		pause(100 * time.Millisecond)
		if got := ty.heard(); !slices.Equal(got, []string{"wheeldown@4,4", "x"}) {
			t.Errorf("behind the wheel: %q", got)
		}
	})
}
