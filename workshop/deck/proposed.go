package deck

import (
	"fmt"
	"strings"
	"unicode"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// Proposed are the cards that a canvas suggests: one for the sentence of the vision, if there is one, and one for each measure.
// Their words are those of the group, with what red and green could mean in the language of the canvas.
func Proposed(c workshop.Canvas) []workshop.HealthCard {
	p := proposal{tongue: tongue.In(c.Lang), taken: map[string]bool{}, next: map[string]int{}}
	for _, box := range c.Sections {
		switch box.Section {
		case workshop.SectionVision:
			p.vision(text.Line(box.Statement))
		case workshop.SectionMeasures:
			for _, e := range box.Entries {
				p.measure(text.Line(e.Title))
			}
		}
	}
	return p.cards
}

// proposal is the cards while they are made.
type proposal struct {
	tongue tongue.Tongue
	cards  []workshop.HealthCard
	taken  map[string]bool
	next   map[string]int // the number for the next card with the same words
}

func (p *proposal) vision(sentence string) {
	p.add("vision", sentence,
		p.tongue.Say("We keep coming back to this, and can name what has brought us closer to it."),
		p.tongue.Say("We seldom speak of this, and can't name what has brought us closer to it."))
}

func (p *proposal) measure(says string) {
	id := "measure"
	if w := words(says, maxID-len("measure--10000")); w != "" { // with room for a number
		id += "-" + w
	}
	p.add(id, says,
		p.tongue.Say("We can all see where we stand on this, and it is moving the right way."),
		p.tongue.Say("Nobody can say where we stand on this, or it is not moving the right way."))
}

// add adds a card about what the group wrote. What is too long for its title stands in front of green and red.
func (p *proposal) add(id, says, green, red string) {
	if says == "" {
		return
	}
	about := shortened(says, workshop.MaxCardLen)
	if about != says {
		green, red = p.quoting(says, green), p.quoting(says, red)
	}
	p.cards = append(p.cards, workshop.HealthCard{ID: p.unique(id), About: about, Red: red, Green: green})
}

// quoting puts what the group wrote in front of a sentence about it, or as much of it as there is room for.
func (p *proposal) quoting(says, sentence string) string {
	frame := text.Len(p.tongue.Say("“%s”: %s", "", sentence))
	return p.tongue.Say("“%s”: %s", shortened(says, workshop.MaxCardTextLen-frame), sentence)
}

// unique is an id that no card has yet: with a number behind it from the second on.
func (p *proposal) unique(id string) workshop.CardID {
	out := id
	for n := max(2, p.next[id]); p.taken[out]; n++ {
		out = fmt.Sprintf("%s-%d", id, n)
		p.next[id] = n + 1
	}
	p.taken[out] = true
	return workshop.CardID(out)
}

// shortened is a text that has room, or its beginning with an ellipsis, up to the end of a word if one ends in its second half.
func shortened(s string, most int) string {
	if text.Len(s) <= most {
		return s
	}
	cut := text.Clip(s, most-1)
	if rest := s[len(cut):]; !strings.HasPrefix(rest, " ") {
		if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
			cut = cut[:space]
		}
	}
	return strings.TrimRightFunc(cut, func(c rune) bool { return unicode.IsSpace(c) || strings.ContainsRune(",;:.–-", c) }) + "…"
}
