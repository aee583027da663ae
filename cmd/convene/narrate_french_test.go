package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/reel"
	"convene/workshop/text"
	"convene/workshop/tongue"
	"convene/workshop/workshoptest"
)

// frenchSeed is that of a rehearsal in which no lot decides: its chance is sealed anew each time.
const frenchSeed = 3

// english are words that no French sentence has.
var english = regexp.MustCompile(`(?i)\b(the|was|were|and|with|of|to|it|is|by|put|took|moved|note \d)\b`)

// What a rehearsal in French leaves behind is French from its first line to its last.
func TestAFrenchWorkshopIsToldInFrench(t *testing.T) {
	records := rehearsedIn(t, frenchSeed, workshop.French)
	var page strings.Builder
	for _, write := range []error{
		writeLog(&page, records), writeMinute(&page, records), writeLots(&page, records),
		writeLedger(&page, workshop.Replay(workshop.State{}, records...)),
	} {
		if write != nil {
			t.Fatal(write)
		}
	}
	film := reel.New(records)
	for n := 1; n <= film.Len(); n++ {
		page.WriteString(tellRecord(film, n) + "\n")
	}
	lines := 0
	for line := range strings.Lines(page.String()) {
		if lines++; english.MatchString(line) {
			t.Errorf("%q has %q", line, english.FindString(line))
		}
		if strings.Contains(line, "'") {
			t.Errorf("%q has a typewriter's apostrophe", line)
		}
	}
	if lines < 2*len(records) {
		t.Errorf("%d records are told in %d lines", len(records), lines)
	}
}

// The minute of a French rehearsal, as it would be published.
func TestTheFrenchMinuteReadsAsItDid(t *testing.T) {
	got := minuteOf(t, rehearsedIn(t, frenchSeed, workshop.French))
	tuitest.Golden(t, "minute_french", strings.Split(strings.TrimSuffix(got, "\n"), "\n"))
	for line := range strings.Lines(got) {
		if n := text.Cells(strings.TrimRight(line, "\n")); n > minuteWidth {
			t.Errorf("%d cells: %s", n, line)
		}
	}
}

// Every kind of record has French of its own, also those that no rehearsal comes to, and whoever is told of them later.
func TestEveryKindIsToldInFrench(t *testing.T) {
	for _, v := range workshop.Kinds() {
		raw, err := os.ReadFile(filepath.Join("../../store/testdata/v1", v.Kind()+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var r workshop.Record
		if err := json.Unmarshal(raw, &r); err != nil {
			t.Fatal(err)
		}
		for _, n := range []narrator{{record: r}, {record: r, private: true}, {record: r, to: toRoom}, {record: r, to: toPublic}} {
			in := func(l workshop.Language) string {
				n.before.Lang, n.after.Lang = l, l
				return n.tell()
			}
			en, fr, pseudo := in(workshop.English), in(workshop.French), in(tongue.Pseudo)
			if fr == en || fr == "" || fr == v.Kind() || pseudo == en {
				t.Errorf("%s is told as %q, in English as %q, in disguise as %q", v.Kind(), fr, en, pseudo)
			}
		}
	}
}

// A lot is explained in French to those who had their workshop in French, with the same numbers.
func TestALotIsExplainedInFrench(t *testing.T) {
	s := lotOnName(t, true)
	in := func(l workshop.Language) string {
		records := append([]workshop.Record(nil), s.Records...)
		opened := records[0].Event.(workshop.WorkshopOpened)
		opened.Lang = l
		records[0].Event = opened
		var page strings.Builder
		if err := writeLots(&page, records); err != nil {
			t.Fatal(err)
		}
		return page.String()
	}
	page := in(workshop.French)
	for _, want := range []string{
		"Le tirage au sort après le second tour pour le nom, que chaque personne peut vérifier\u00a0:\n",
		"1. Avant le premier bulletin, tout le monde pouvait voir ce sceau\u00a0: ",
		"Les 16 premiers chiffres forment un nombre\u00a0; divisé par 2, il reste ",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("nothing says %q in\n%s", want, page)
		}
	}
	digits := regexp.MustCompile(`[0-9a-f]{16,}`)
	en, fr := digits.FindAllString(in(""), -1), digits.FindAllString(page, -1)
	if len(en) < 4 || strings.Join(en, " ") != strings.Join(fr, " ") {
		t.Errorf("the numbers are %v, in English %v", fr, en)
	}
}

// A span is told as Go writes it, but for a round number of minutes.
func TestASpanIsToldInFewLetters(t *testing.T) {
	for _, d := range []time.Duration{
		0, time.Millisecond, 499 * time.Millisecond, 500 * time.Millisecond, 59*time.Second + 600*time.Millisecond,
		time.Minute, 90 * time.Second, time.Hour, time.Hour + 7*time.Second, 61 * time.Minute,
		22*time.Hour + 3*time.Minute + time.Second, -time.Second, -61 * time.Second,
	} {
		want := d.Round(time.Second).String()
		if strings.HasSuffix(want, "m0s") {
			want = strings.TrimSuffix(want, "0s")
		}
		if got := round(tongue.In(workshop.English), workshop.Span(d)); got != want {
			t.Errorf("%v is told as %q, want %q", d, got, want)
		}
	}
	for d, want := range map[time.Duration]string{
		0: "0\u00a0s", 5 * time.Minute: "5\u00a0min", 90 * time.Second: "1\u00a0min\u00a030\u00a0s",
		time.Hour: "1\u00a0h\u00a00\u00a0min", 3661 * time.Second: "1\u00a0h\u00a01\u00a0min\u00a01\u00a0s",
	} {
		if got := round(tongue.In(workshop.French), workshop.Span(d)); got != want {
			t.Errorf("%v is told as %q, want %q", d, got, want)
		}
	}
}

// A minute that goes over midnight says both days.
func TestAMinuteOfTwoDaysSaysBoth(t *testing.T) {
	for l, want := range map[workshop.Language]string{
		workshop.English: "Craft (brave-otter), 2 March 2026 09:00 to 3 March 2026 09:00\n",
		workshop.French:  "Craft (brave-otter), du 2 mars 2026 à 09:00 au 3 mars 2026 à 09:00\n",
	} {
		s := workshoptest.NewStage()
		if err := s.Play(
			workshoptest.By(workshoptest.Fay, workshop.OpenWorkshop{
				ID: "brave-otter", Topic: "Craft", Facilitator: "Fay", Lang: l,
			}),
			workshoptest.Wait(24*time.Hour), workshoptest.By("ada", workshop.Join{Name: "Ada"}),
		); err != nil {
			t.Fatal(err)
		}
		if page := minuteOf(t, s.Records); !strings.HasPrefix(page, want) {
			t.Errorf("it begins with\n%s", page)
		}
	}
}
