package export

import (
	"fmt"
	"strings"
	"time"

	"convene/workshop"
)

// sentences are notes as people write them: short and long ones, a word that never ends, emoji, Chinese and Arabic, and
// one of the greatest length that a note may have.
var sentences = []string{
	"Pair across teams", "Nobody is stuck alone any more", "A room with a large screen, every second Thursday afternoon",
	"Rechtsschutzversicherungsgesellschaftsangestelltenfortbildungsmaßnahmenkoordination",
	"🎉 Celebrate small wins 🚀👩‍👩‍👧", "我们每两周见面一次，互相学习，一起进步，分享我们在工作中学到的东西", "نلتقي كل أسبوعين لنتعلم من بعضنا البعض",
	"https://chat.example.org/channels/craft_circle?from=the-workshop&with=everyone#latest", "Fun",
	"Minutes of every event on the wiki, so that whoever could not come still learns", "Ask twice a year: did you learn something?",
	"Two hours a week that are part of the job", "مجتمع", "学习", "Lightning talks 🇪🇺",
}

// longest is a note of as many characters as a note may have.
var longest = strings.TrimSpace(strings.Repeat("Whoever reads this has time for it. ", 8))[:workshop.MaxNoteLen-1] + "!"

// crowded is a canvas with so many notes, a force field among them if there are many, and all that may stand around them.
func crowded(notes int) workshop.Canvas {
	c := full()
	c.Title = []string{"Craft 学习 مجتمع 🎉", "Software craft across teams and cities, in our own time"}[notes%2]
	c.Sections = boxes()
	next := 0
	some := func(n int) (out []string) {
		for range n {
			out = append(out, sentences[(next*next/3+next)%len(sentences)])
			next++
		}
		return out
	}
	places := len(c.Sections)
	if notes > 10 {
		places += 2
		c.Forces = &workshop.ForceField{}
		c.Actions = []workshop.Planned{
			{ID: 1, What: sentences[2], Owner: "Ana"},
			{ID: 2, What: sentences[3], Owner: "Donaudampfschifffahrtsgesellschaftskapitän", Due: "2026-09-30"},
			{ID: 3, What: sentences[5]},
			{ID: 4, What: sentences[6], Owner: "عائشة"},
		}
	}
	for i := range places {
		var entries []workshop.Entry
		for left := (notes + i) / places; left > 0; {
			n := min(left, []int{4, 1, 2, 1}[len(entries)%4])
			e := workshop.Entry{Title: some(1)[0]}
			if n > 1 {
				e = workshop.Entry{Title: some(1)[0], Notes: some(n), Dots: n}
			}
			left -= n
			entries = append(entries, e)
		}
		if i < len(c.Sections) {
			c.Sections[i].Entries = entries
			continue
		}
		for j, e := range entries {
			f := workshop.Force{Title: e.Title, Notes: e.Notes, ForceScore: workshop.ForceScore{Strength: (j + 3) % 6, Given: 3}}
			if i == len(c.Sections) {
				c.Forces.Support = append(c.Forces.Support, f)
			} else {
				c.Forces.SlowDown = append(c.Forces.SlowDown, f)
			}
		}
	}
	if notes > 100 {
		c.Sections[3].Entries[0].Title = longest
	}
	c.People = nil
	for i := range min(notes, 50) {
		c.People = append(c.People, []string{"Ana", "李梅", "عائشة", "Siobhán O'Brien", "Дмитрий"}[i%5]+fmt.Sprint(i))
	}
	c.Date = time.Date(2026, 3, 14, 9, 0, 0, 0, time.UTC)
	return c
}
