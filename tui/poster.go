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

// A QR code has a quiet zone of four modules, which is what readers may rely on (ISO/IEC 18004), or of two where four don't fit
// at all.
const quietZone, leastQuietZone = 4, 2

// posterGap is the distance between what is to be read and the QR code, and tallGap where it takes all rows.
const posterGap, tallGap = 3, 1

// draw says it with a QR code that has its whole quiet zone or, where there is no room for that, with less of it.
func (p *poster) draw(st stage) []string {
	code := p.code(st, quietZone)
	if len(code) == 0 {
		code = p.code(st, leastQuietZone)
	}
	if len(code) == 0 {
		return posterWords(st)
	}
	return beside(st, posterWords(besideCode(st, code, posterGap)), code)
}

// tall says it where a QR code has its whole quiet zone only when it takes the rows at the foot too: what the two hours are is
// then said beside it in so many lines. It is nothing where the code has room above them, or none at all.
func (p *poster) tall(st stage, foot int) []string {
	above := st
	above.height -= foot
	code := p.code(st, quietZone)
	if len(code) == 0 || len(p.code(above, quietZone)) > 0 {
		return nil
	}
	left := besideCode(st, code, tallGap)
	left.height -= foot
	words := posterWords(left)
	words = append(words, make([]string, max(0, left.height-len(words)))...)
	length := styled(st.theme.Muted, wrapped(left, lengthWords(st.Tongue, st.view.Agenda)))
	return beside(st, append(words, length[:min(len(length), foot)]...), code)
}

// posterWords are the words of the poster.
func posterWords(st stage) []string { return arrange(st, min(5, nameRows(st)), inviteParts(st)...) }

// besideCode is the place that a QR code leaves at its left, so many cells away.
func besideCode(st stage, code []string, gap int) stage {
	st.width -= theme.Width(code[0]) + gap
	return st
}

// beside puts words at the left of a QR code.
func beside(st stage, words, code []string) []string {
	lines := make([]string, max(len(words), len(code)))
	for i := range lines {
		word, row := "", ""
		if i < len(words) {
			word = words[i]
		}
		if i < len(code) {
			row = code[i]
		}
		lines[i] = st.theme.Pad(word, st.width-theme.Width(code[0])) + row
	}
	return lines
}

// code is the QR code with so large a quiet zone, as large as it can be drawn beside the words; nothing when there is no room.
func (p *poster) code(st stage, quiet int) []string {
	t, url := st.theme, st.invite.URL
	if url != p.url {
		p.url, p.qr = url, theme.NewQR(url)
	}
	if url == "" || p.qr.Modules() == 0 {
		return nil
	}
	command := theme.Width(st.invite.Commands[0])
	wide := max(2*command-1, widest(t.Letters(string(st.view.ID))))
	for _, try := range []struct{ scale, words int }{{2, wide}, {1, command}} {
		lines := t.QR(p.qr, quiet, try.scale)
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
