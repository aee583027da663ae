package tui

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"convene/workshop"
	"convene/workshop/tongue"
	. "convene/workshop/workshoptest"
)

// latin is a word that no tongue has said.
var latin = regexp.MustCompile(`[A-Za-z]{2,}`)

// sameEverywhere are the words that are the same in every language: keys, formats, the program, and what one types.
const sameEverywhere = "convene ctrl esc tab pgup pgdn shift f1 ssh markdown html json csv utc cop ok"

// What the screens say goes through the tongue, every word of it: in the pseudo language only what people wrote, what they are
// called, and the keys are left in Latin letters.
func TestNothingOnAScreenIsSaidPastTheTongue(t *testing.T) {
	if raceEnabled {
		t.Skip("draws thousands of screens in one goroutine")
	}
	strays := map[string]string{}
	look := func(where string, a *App, s *Stage, typed ...string) {
		text := ansi.Strip(a.draw())
		own := ownWords(t, s)
		learn(own, "typed", strings.Join(typed, ""))
		for _, w := range pastTheTongue(own, text) {
			if strays[w] == "" {
				strays[w] = where + "\n" + lineWith(text, w)
			}
		}
	}
	disguise := func(s *Stage) *Stage {
		s.State.Lang, s.State.Wording = tongue.Pseudo, disguisedFormat()
		return s
	}
	for _, m := range slices.Concat(attended(), moments(), consentMoments()) {
		for _, size := range [][2]int{{120, 35}, {80, 24}, {60, 15}} {
			s := disguise(m.reach(t))
			a := appOf(t, s, m.who, size[0], size[1])
			for _, k := range m.keys {
				typeKeys(a, k)
			}
			look(m.name, a, s, m.keys...)
			typeKeys(a, "f1")
			look(m.name+", help", a, s, m.keys...)
		}
	}
	for _, m := range wallMoments() {
		s := disguise(m.reach(t))
		look("wall, "+m.name, wallOf(t, s, 120, 35), s)
	}
	for _, at := range positions(t) {
		from := disguise(SampleStage(at.Step, at.Phase))
		for _, key := range names("none ? n b B T r a o v V K C L w N g A enter space d i e M u / x p F tab ctrl+p") {
			s := *from // nobody who shares it sees what is played on it
			a := appOf(t, &s, Fay, 100, 30)
			a.draw()
			if key != "none" {
				typeKeys(a, key)
			}
			look(fmt.Sprintf("%s/%s, %s", at.Step, at.Phase, key), a, &s)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(strays)) {
		t.Errorf("%q is said past the tongue: %s", w, strays[w])
	}
}

// positions are those to which the sample comes, in their order.
func positions(t *testing.T) []workshop.Position {
	t.Helper()
	agenda, err := workshop.NewAgenda(workshop.DefaultTotal, false)
	if err != nil {
		t.Fatal(err)
	}
	var out []workshop.Position
	for _, b := range agenda {
		for _, p := range b.Step.Phases() {
			out = append(out, workshop.Position{Step: b.Step, Phase: p})
		}
	}
	return out
}

func lineWith(text, word string) string {
	for _, l := range strings.Split(text, "\n") {
		if strings.Contains(l, word) {
			return strings.TrimSpace(l)
		}
	}
	return ""
}

// pastTheTongue are the Latin words in a text that nobody has written: own words count whole, and in part only where the text
// is cut, at its edge or by a sign that says so.
func pastTheTongue(own map[string]bool, text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		for _, at := range latin.FindAllStringIndex(line, -1) {
			if !known(own, strings.ToLower(line[at[0]:at[1]]), isCut(line, at)) {
				out = append(out, line[at[0]:at[1]])
			}
		}
	}
	return out
}

// isCut says whether a word of a line may be a part of one: it touches the edge of the window or of a box, or what stands for
// what was cut off, or it is all that is left of a line that was wrapped in the middle of a long word.
func isCut(line string, at []int) bool {
	before := strings.TrimRight(line[:at[0]], " ")
	after := strings.TrimLeft(line[at[1]:], " ")
	edges := func(r rune) bool { return strings.ContainsRune("…│┃|║┆╎╭╮╰╯├┤", r) }
	first, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || after == "" || edges(first) || edges(last)
}

// known says whether a word is one of the own or, where it is cut, the beginning or the end of one.
func known(own map[string]bool, word string, cut bool) bool {
	if own[word] || !cut {
		return own[word]
	}
	for o := range own {
		if strings.HasPrefix(o, word) || strings.HasSuffix(o, word) {
			return true
		}
	}
	return false
}

// ownWords are the words that people have written, and the names of things that are the same everywhere.
func ownWords(t *testing.T, s *Stage) map[string]bool {
	t.Helper()
	own := map[string]bool{}
	for _, w := range strings.Fields(sameEverywhere) {
		own[w] = true
	}
	for _, r := range s.Records {
		page, err := json.Marshal(r.Event)
		if err != nil {
			t.Fatal(err)
		}
		var fields any
		if err := json.Unmarshal(page, &fields); err != nil {
			t.Fatal(err)
		}
		learn(own, "", fields)
	}
	return own
}

// learn takes the words out of an event's texts; what is in a field with a meaning of its own is no text.
func learn(own map[string]bool, field string, value any) {
	switch value := value.(type) {
	case string:
		if slices.Contains(names("step phase prompt purpose section how method kind lang position"), field) {
			return
		}
		for _, w := range latin.FindAllString(value, -1) {
			own[strings.ToLower(w)] = true
		}
	case []any:
		for _, v := range value {
			learn(own, field, v)
		}
	case map[string]any:
		for f, v := range value {
			learn(own, f, v)
		}
	}
}
