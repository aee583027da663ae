package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"convene/tui/theme"
	"convene/workshop"
)

// part is some lines of a screen that stand together.
type part struct {
	lines []string
	list  func(room int) []string // instead of lines: takes the room that the other parts leave; one for each screen
	fill  bool                    // the list takes all of that room, so that what follows stands at the bottom
	gives int                     // when there is no room, the part with the highest number gives way first; 0 stays
}

// gap is an empty line. It gives way before everything else.
func gap() part { return part{lines: []string{""}, gives: 9} }

// arrange puts parts under one another such that the list has at least so many lines, if need be without the parts
// that can give way.
func arrange(st stage, least int, parts ...part) []string {
	for {
		fixed, last := 0, 0
		for _, p := range parts {
			fixed += len(p.lines)
			last = max(last, p.gives)
		}
		if fixed+least <= st.height || last == 0 {
			return laidOut(st, parts, max(least, st.height-fixed))
		}
		// The last of those that give way first, so that the upper gaps stay longest.
		for i, p := range slices.Backward(parts) {
			if p.gives == last {
				parts = slices.Delete(slices.Clone(parts), i, i+1)
				break
			}
		}
	}
}

func laidOut(st stage, parts []part, room int) []string {
	var out []string
	for _, p := range parts {
		lines := p.lines
		if p.list != nil {
			lines = p.list(room)
			for p.fill && len(lines) < room {
				lines = append(lines, "")
			}
		}
		out = append(out, lines...)
	}
	out = out[:min(len(out), st.height)]
	for i := range out {
		out[i] = st.theme.Cut(out[i], st.width)
	}
	return out
}

// measure is the longest line that reads well, in cells.
const measure = 92

// wrapped breaks plain text to the width of the body, or to lines that read well.
func wrapped(st stage, s string) []string { return theme.Wrap(s, min(st.width, measure)) }

// bulleted breaks plain text to so many cells, behind a bullet that stands a little to the right.
func bulleted(t *theme.Theme, s string, width int) []string {
	lines := theme.Wrap(s, max(1, width-4))
	for i, l := range lines {
		mark := "    "
		if i == 0 {
			mark = "  " + t.Accent.Bold(false).Render(t.Bullet) + " "
		}
		lines[i] = mark + t.Text.Render(l)
	}
	return lines
}

// styled renders lines that have been wrapped.
func styled(style theme.Style, lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = style.Render(l)
	}
	return out
}

// centred renders lines in the middle of the body.
func centred(st stage, style theme.Style, lines []string) []string {
	out := styled(style, lines)
	for i := range out {
		out[i] = st.theme.Centred(out[i], st.width)
	}
	return out
}

// mutedPart is a sentence that helps, and can give way.
func mutedPart(st stage, s string, gives int) part {
	return part{lines: styled(st.theme.Muted, wrapped(st, s)), gives: gives}
}

// questionPart is what the open vote asks.
func questionPart(st stage) part {
	return part{lines: styled(st.theme.Strong, wrapped(st, voteQuestion(st.view)))}
}

// rulePart is how a vote is decided.
func rulePart(st stage, v workshop.Vote, gives int) part {
	return part{lines: styled(st.theme.Text, wrapped(st, voteRule(st.Tongue, v))), gives: gives}
}

// keyPlace is where a key stands in a sentence until it is drawn.
const keyPlace = "\x00"

// withKey renders a sentence in which keyPlace stands for a key.
func withKey(st stage, style theme.Style, said string, b key.Binding) string {
	before, after, _ := strings.Cut(said, keyPlace)
	return style.Render(before) + st.theme.Key.Render(keyName(st.Tongue, b)) + style.Render(after)
}
