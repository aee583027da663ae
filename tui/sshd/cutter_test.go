package sshd

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
)

// pieces is what a cutter makes of bytes: keys as they are, pastes in <>.
func pieces(in ...string) (got []string, c *cutter) {
	c = newCutter(
		func(b []byte) { got = append(got, string(b)) },
		func(b []byte) { got = append(got, "<"+string(b)+">") },
	)
	for _, s := range in {
		c.take([]byte(s))
	}
	return got, c
}

func TestInputIsCutIntoPieces(t *testing.T) {
	long := strings.Repeat("9", 100)
	for _, c := range []struct {
		name string
		in   []string
		want []string
	}{
		{"text", []string{"hello"}, []string{"hello"}},
		{"text in several reads", []string{"he", "llo"}, []string{"he", "llo"}},
		{"a character in several reads", []string{"h\xc3", "\xa9\xf0\x9f", "\x98", "\x80!"}, []string{"h", "é", "😀!"}},
		{"control keys", []string{"\r\x03\x7f"}, []string{"\r\x03\x7f"}},
		{"arrows", []string{"a\x1b[A\x1bOBb"}, []string{"a", "\x1b[A", "\x1bOB", "b"}},
		{"arrows in several reads", []string{"\x1b", "[", "1;5", "C"}, []string{"\x1b[1;5C"}},
		{"alt", []string{"\x1bx\x1b\r\x1bé"}, []string{"\x1bx", "\x1b\r", "\x1bé"}},
		{"alt and an arrow", []string{"\x1b\x1b[A"}, []string{"\x1b\x1b[A"}},
		{"a function key of the Linux console", []string{"\x1b[[Ax"}, []string{"\x1b[[A", "x"}},
		{"a paste", []string{"\x1b[200~one\rtwo\x1b[201~x"}, []string{"<one\rtwo>", "x"}},
		{"a paste in several reads", []string{"\x1b[20", "0~a\x1b[2", "01", "~x"}, []string{"<a>", "x"}},
		{"what nearly ends a paste", []string{"\x1b[200~\x1b[20\x1b[201\x1b[201~"}, []string{"<\x1b[20\x1b[201>"}},
		{"an answer that nobody asked for", []string{"\x1b]11;rgb:0/0/0\x1b\\x\x1b]52;c;aGk=\ay"}, []string{"x", "y"}},
		{"device control", []string{"\x1bP1$r\x1b\\x\x1b_G\x1b\\y\x1b^a\x1b\\z\x1bXs\x1b\\"}, []string{"x", "y", "z"}},
		{"a string that another key ends", []string{"\x1b]11;x\x1b[A"}, []string{"\x1b[A"}},
		{"a string that is cancelled", []string{"\x1b]11;\x18x"}, []string{"x"}},
		{"a sequence that is too long", []string{"\x1b[" + long + "Ax"}, []string{"x"}},
		{"a sequence that breaks off", []string{"\x1b[1;\rx"}, []string{"\rx"}},
		{"the mouse", []string{"a\x1b[<0;12;3Mb\x1b[<0;1", "2;3m"}, []string{"a", "\x1b[<0;12;3M", "b", "\x1b[<0;12;3m"}},
		{"the mouse of an old terminal", []string{"a\x1b[M xyb\x1b[M#", "q", "$c\x1b\x1b[M \xfe\xc2d"}, []string{"a", "b", "c", "d"}},
		{"the mouse of an old terminal that breaks off", []string{"\x1b[M x\rb\x1b[M\x1b[A"}, []string{"\rb", "\x1b[A"}},
		{"broken characters", []string{"a\xff\x80b\xc3c\xe0\x80d"}, []string{"abcd"}},
		{"raw C1", []string{"a\x9bAb"}, []string{"aAb"}},
	} {
		got, _ := pieces(c.in...)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// After a silence what has come is all that comes.
func TestASilenceEndsAPiece(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"\x1b", []string{"\x1b"}},
		{"\x1b\x1b", []string{"\x1b", "\x1b"}},
		{"\x1b[", []string{"\x1b["}},
		{"\x1bO", []string{"\x1bO"}},
		{"\x1b]", []string{"\x1b]"}},
		{"\x1b[3$", []string{"\x1b[3$"}},
		{"\x1b[1;", nil},
		{"\x1b[M", nil},
		{"\x1b[M $", nil},
		{"\x1b[<0;1", nil},
		{"\x1b]11;rgb", nil},
		{"\x1b]11;rgb\x1b", nil},
		{"\xc3", nil},
	} {
		var got []string
		cut := newCutter(func(b []byte) { got = append(got, string(b)) }, nil)
		cut.take([]byte(c.in))
		if len(got) > 0 {
			t.Errorf("%q did not wait: %q", c.in, got)
		}
		cut.expire()
		if !slices.Equal(got, c.want) {
			t.Errorf("%q and silence: %q, want %q", c.in, got, c.want)
		}
		if cut.take([]byte("x")); got[len(got)-1] != "x" {
			t.Errorf("after %q and silence the keyboard is deaf: %q", c.in, got)
		}
	}
}

func TestBombsAreBounded(t *testing.T) {
	for _, start := range []string{"\x1b]0;", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x1b[", "\x1bO", "\x1b[200~", ""} {
		_, c := pieces(start)
		for range 100 {
			c.take(bytes.Repeat([]byte("1"), 4096))
		}
		if len(c.held)+cap(c.text) > maxPaste+2*4096 {
			t.Errorf("%q: holds %d bytes", start, len(c.held)+cap(c.text))
		}
	}
	bomb := strings.Repeat("é", maxPaste)
	got, _ := pieces(string(pasteStart)+"x"+bomb, bomb, string(pasteEnd)+"y")
	if len(got) != 2 || got[1] != "y" || len(got[0]) > maxPaste+2 || !utf8.ValidString(got[0]) {
		t.Errorf("a long paste became %d pieces, the first of %d bytes", len(got), len(got[0]))
	}
}

// FuzzCutter sends hostile bytes in reads of several sizes.
func FuzzCutter(f *testing.F) {
	for _, s := range []string{
		"plain text, é 每天 👩‍👩‍👧\r",
		"\x1b[A\x1bOB\x1bx\x1b\x1b[A", "\x1b[200~paste\x1b[201~",
		"\x1b]0;x\x1b\\\x1bP\x1b", "\x1b[[A\x1b[3$\x1b[",
		"\xff\xc3\x1b\xc3\x1b\xc3\xa9",
		"\x1b[" + strings.Repeat("1", 80) + "A", "\x1b[200~" + strings.Repeat("x", 100),
		"\x1b]\x18\x1b\x1b\x1b\x1b]",
		"\x1b[<0;12;3M\x1b[<35;1;1m\x1b[<;;M", "a\x1b[M !!b\x1b[M\x1b[M\xff\xc3\xa9",
	} {
		f.Add([]byte(s), 3)
	}
	f.Fuzz(func(t *testing.T, in []byte, step int) {
		var text, pasted []string
		c := newCutter(func(b []byte) {
			if len(b) == 0 || len(b) > max(maxSequence, len(in)) {
				t.Errorf("a piece of %d bytes", len(b))
			}
			if b[0] != '\x1b' && bytes.ContainsRune(b, '\x1b') || b[0] == '\x1b' && len(b) > maxSequence {
				t.Errorf("%q is not one piece", b)
			}
			_, event := new(uv.EventDecoder).Decode(b) // must not panic
			if _, key := event.(uv.KeyPressEvent); key && isReport(b) {
				t.Errorf("%q is a key", b)
			}
			if x, ok := event.(uv.MouseEvent); ok {
				at := newMouse(func() size { return size{80, 24} }, nil).within(x.Mouse())
				if at.X < 0 || at.X >= 80 || at.Y < 0 || at.Y >= 24 {
					t.Errorf("%q is at %d, %d", b, at.X, at.Y)
				}
			}
			text = append(text, string(b))
		}, func(b []byte) {
			if len(b) > maxPaste || !utf8.Valid(b) {
				t.Errorf("a paste of %d bytes, or broken", len(b))
			}
			pasted = append(pasted, string(b))
		})
		step = 1 + step&7
		for rest := range slices.Chunk(in, step) {
			c.take(rest)
			if len(c.held) > maxPaste || c.state != pasting && len(c.held) > maxSequence || len(c.text) > 0 {
				t.Fatalf("holds %d bytes in state %d", len(c.held), c.state)
			}
		}
		if utf8.Valid(in) && !bytes.ContainsRune(in, '\x1b') && strings.Join(text, "") != string(in) {
			t.Errorf("%q became %q", in, text)
		}
		var whole, wholePasted []string
		newCutter(
			func(b []byte) { whole = append(whole, string(b)) },
			func(b []byte) { wholePasted = append(wholePasted, string(b)) },
		).take(in)
		if strings.Join(text, "") != strings.Join(whole, "") || !slices.Equal(pasted, wholePasted) {
			t.Errorf("%q in reads of %d became %q %q, in one %q %q", in, step, text, pasted, whole, wholePasted)
		}

		// Whatever came, the keyboard works again.
		c.expire()
		c.take(pasteEnd)
		text = nil
		c.take([]byte("ok"))
		if strings.Join(text, "") != "ok" {
			t.Errorf("after %q the keyboard is deaf: %q, state %d", in, text, c.state)
		}
	})
}
