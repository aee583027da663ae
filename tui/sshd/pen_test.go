package sshd

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestStylesAreWrittenAsTheTerminalCanShowThem(t *testing.T) {
	for _, c := range []struct {
		profile   colorprofile.Profile
		sgr, want string
	}{
		{colorprofile.TrueColor, "\x1b[1;38;2;255;0;0m", "\x1b[1;38;2;255;0;0m"},
		{colorprofile.ANSI256, "\x1b[1;38;2;255;0;0m", "\x1b[1;38;5;196m"},
		{colorprofile.ANSI256, "\x1b[38;5;196;48;5;17m", "\x1b[38;5;196;48;5;17m"},
		{colorprofile.ANSI, "\x1b[1;38;2;255;0;0m", "\x1b[1;91m"},
		{colorprofile.ANSI, "\x1b[m", "\x1b[m"},
		{colorprofile.ASCII, "\x1b[1;38;2;255;0;0m", "\x1b[1m"},
		{colorprofile.ASCII, "\x1b[38;2;255;0;0m", ""}, // a reset would take away what was set before
		{colorprofile.ASCII, "\x1b[38;2;0;0;0;48;5;0m", ""},
		{colorprofile.ASCII, "\x1b[0m", "\x1b[m"},
		{colorprofile.ASCII, "\x1b[m", "\x1b[m"},
		{colorprofile.ASCII, "\x1b[0;7m", "\x1b[;7m"},
		{colorprofile.NoTTY, "\x1b[1;31m", ""},
	} {
		p := newPen(c.profile)
		for range 2 { // the second time it is remembered
			if got := p.style(c.sgr); got != c.want {
				t.Errorf("%v: %q became %q, want %q", c.profile, c.sgr, got, c.want)
			}
		}
	}
}

func TestAPenRemembersOnlySoMuch(t *testing.T) {
	p := newPen(colorprofile.ANSI256)
	for i := range 10 * maxStyles {
		p.style(fmt.Sprintf("\x1b[38;2;%d;%d;0m", i%256, i/256))
	}
	if len(p.known) > maxStyles {
		t.Errorf("remembers %d styles", len(p.known))
	}
}
