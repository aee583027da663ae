package sshd

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestATerminalIsKnownByItsNameAndLocale(t *testing.T) {
	for _, c := range []struct {
		term    string
		environ []string
		profile colorprofile.Profile
		ascii   bool
	}{
		{"xterm-256color", nil, colorprofile.ANSI256, false},
		{"tmux-256color", nil, colorprofile.ANSI256, false},
		{"screen-256color", nil, colorprofile.ANSI256, false},
		{"xterm", nil, colorprofile.ANSI, false},
		{"linux", nil, colorprofile.ANSI, true},
		{"xterm-kitty", nil, colorprofile.TrueColor, false},
		{"vt100", nil, colorprofile.ASCII, true},
		{"vt220", nil, colorprofile.ASCII, true},
		{"dumb", nil, colorprofile.NoTTY, true},
		{"", nil, colorprofile.NoTTY, true},
		{"xterm-256color", []string{"LANG=de_DE.UTF-8"}, colorprofile.ANSI256, false},
		{"xterm-256color", []string{"LC_CTYPE=UTF-8"}, colorprofile.ANSI256, false},
		{"xterm-256color", []string{"LANG=en_US.utf8"}, colorprofile.ANSI256, false},
		{"xterm-256color", []string{"LANG=C"}, colorprofile.ANSI256, true},
		{"xterm-256color", []string{"LANG=en_US.UTF-8", "LC_ALL=POSIX"}, colorprofile.ANSI256, true},
		{"xterm-256color", []string{"LC_ALL=", "LC_CTYPE=", "LANG=de_DE.UTF-8"}, colorprofile.ANSI256, false},
		{"xterm-256color", []string{"LC_TIME=C"}, colorprofile.ANSI256, false},
		// None of these arrive; if one did, it must not decide what we write.
		{"xterm", []string{"COLORTERM=truecolor", "CLICOLOR_FORCE=1", "TMUX=x"}, colorprofile.ANSI, false},
	} {
		got := terminalOf(c.term, size{80, 24}, c.environ)
		if got.Profile != c.profile || got.ASCII != c.ascii {
			t.Errorf("%q %q: %v, ASCII %v; want %v, %v", c.term, c.environ, got.Profile, got.ASCII, c.profile, c.ascii)
		}
	}
}

func TestAWindowIsBounded(t *testing.T) {
	for _, c := range []struct{ in, want size }{
		{size{80, 24}, size{80, 24}},
		{size{0, 0}, size{1, 1}},
		{size{-3, 24}, size{1, 24}},
		{size{5000, 5000}, size{MaxWidth, MaxHeight}},
		{size{cells(1 << 31), cells(1<<32 - 1)}, size{MaxWidth, MaxHeight}},
	} {
		if got := c.in.bounded(); got != c.want {
			t.Errorf("%v is treated as %v, want %v", c.in, got, c.want)
		}
	}
}

func TestWhatAClientSaysOfItselfIsCleaned(t *testing.T) {
	for in, want := range map[string]string{
		"K7M2QP":            "k7m2qp",
		"ann smith":         "annsmith",
		"ann\x1b]0;x\a\n":   "ann]0;x",
		"änn\u202e":         "nn",
		string([]byte{255}): "",
	} {
		if got := userName(in); got != want {
			t.Errorf("user %q is called %q, want %q", in, got, want)
		}
	}
	long := make([]byte, 300)
	for i := range long {
		long[i] = 'x'
	}
	if got := len(userName(string(long))); got != maxWord {
		t.Errorf("a long user name has %d characters", got)
	}
	if got := word("SSH-2.0-x\x1b[2J\r\nlevel=ERROR"); got != "SSH-2.0-x[2J level=ERROR" {
		t.Errorf("a version is logged as %q", got)
	}
	if got := word(string(long)); len(got) != maxWord {
		t.Errorf("a long version is logged in %d characters", len(got))
	}
}
