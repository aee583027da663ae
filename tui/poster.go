package tui

import (
	"strings"

	"convene/tui/theme"
)

// poster says how to join, in type that the back row can read: what to type, the code, a QR code of the address, and the
// host key's fingerprint; beside it is who is here. It remembers the QR code, which takes a while to make.
type poster struct {
	url string
	qr  theme.QR
}

// A QR code has a quiet zone of four modules, or of two where four don't fit.
const quietZone, leastQuietZone = 4, 2

// posterGap is the distance between what is to be read and the QR code.
const posterGap = 3

func (p *poster) draw(st stage) []string {
	left := st
	code := p.code(st)
	if len(code) > 0 {
		left.width = st.width - theme.Width(code[0]) - posterGap
	}
	words := arrange(left, min(5, nameRows(left)), inviteParts(left)...)
	if len(code) == 0 {
		return words
	}
	lines := make([]string, max(len(words), len(code)))
	for i := range lines {
		word, row := "", ""
		if i < len(words) {
			word = words[i]
		}
		if i < len(code) {
			row = code[i]
		}
		lines[i] = st.theme.Pad(word, left.width+posterGap) + row
	}
	return lines
}

// code is the QR code as large as it can be drawn beside the words; nothing when there is no room.
func (p *poster) code(st stage) []string {
	t, url := st.theme, st.invite.URL
	if url != p.url {
		p.url, p.qr = url, theme.NewQR(url)
	}
	if url == "" || p.qr.Modules() == 0 {
		return nil
	}
	command := theme.Width(st.invite.Commands[0])
	wide := max(2*command-1, widest(t.Letters(string(st.view.ID))))
	for _, try := range []struct{ scale, quiet, words int }{
		{2, quietZone, wide}, {2, leastQuietZone, wide}, {1, quietZone, command}, {1, leastQuietZone, command},
	} {
		lines := t.QR(p.qr, try.quiet, try.scale)
		if len(lines) <= st.height && theme.Width(lines[0])+posterGap+try.words <= st.width {
			return lines
		}
	}
	return nil
}

// inviteParts are the words: what gives way last is the command, and who is here.
func inviteParts(st stage) []part {
	t, invite := st.theme, st.invite
	parts := append(purposeParts(st), gap(), part{lines: styled(t.Strong, wrapped(st, st.Say("To join, open a terminal and type")))})
	if letters, ok := t.Lettered(invite.Commands[0], st.width, 1); ok && st.wall {
		parts = append(parts, part{lines: styled(t.Accent.Bold(false), letters), gives: 7})
	} else if wide := theme.Spaced(invite.Commands[0]); theme.Width(wide) <= st.width {
		parts = append(parts, part{lines: []string{t.Accent.Render(wide)}, gives: 7}, gap())
	}
	parts = append(parts, part{lines: styled(t.Accent, commandLines(invite.Commands[0], st.width))})
	for _, other := range invite.Commands[1:] {
		parts = append(parts, part{lines: styled(t.Muted, commandLines(st.Say("or %s", other), st.width)), gives: 7})
	}
	caption := t.Muted.Render(st.Say("The code, if you are asked for it"))
	if large := t.Letters(string(st.view.ID)); len(large) > 0 && widest(large) <= st.width {
		parts = append(parts, gap(), part{lines: append([]string{caption}, styled(t.Accent.Bold(false), large)...), gives: 6})
	} else {
		code := t.Accent.Render(headline(string(st.view.ID), st.width))
		parts = append(parts, part{lines: []string{"", caption, code}, gives: 10}) // it stands in the command, too
	}
	if invite.Fingerprint != "" {
		key := append([]string{st.Say("The first time, ssh asks about this key:")}, theme.Wrap(invite.Fingerprint, st.width)...)
		parts = append(parts, gap(), part{lines: styled(t.Muted, key), gives: 4})
	}
	return append(parts, gap(), herePart(st), namesPart(st))
}

func widest(lines []string) int {
	w := 0
	for _, l := range lines {
		w = max(w, theme.Width(l))
	}
	return w
}

// commandLines break a command at spaces alone, save a word that is too long for a line: a hyphen belongs to what is
// typed, and at the end of a line would not look like it.
func commandLines(command string, width int) []string {
	var lines []string
	for _, word := range strings.Split(command, " ") {
		if n := len(lines); n > 0 && theme.Width(lines[n-1])+1+theme.Width(word) <= width {
			lines[n-1] += " " + word
			continue
		}
		if theme.Width(word) <= width {
			lines = append(lines, word)
			continue
		}
		lines = append(lines, theme.Wrap(word, width)...)
	}
	return lines
}
