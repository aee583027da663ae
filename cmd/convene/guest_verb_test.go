package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// What is done over SSH without a screen is answered in the language of the workshop, and where there is none in that of the
// house.
func TestVerbsAreAnsweredInFrench(t *testing.T) {
	h, ids := furnished(t, 1)
	h.begins.Lang = workshop.French
	g := guests{house: h, limits: newLimits(time.Now)}
	for _, c := range []struct {
		user string
		args []string
		want string
	}{
		{string(ids[0]), []string{"help"}, "ssh -p PORT CODE@HOST            take your seat in the workshop\n"},
		{string(ids[0]), []string{"help"}, "\n                                 key that you have joined with\n"},
		{string(ids[0]), []string{"note", "vision", "x"}, "hint: join it first"},
		{"nobody", []string{"help"}, "ssh -p PORT CODE@HOST            prendre votre place dans l’atelier\n"},
		{"nobody", []string{"canvas"}, "convene: aucun atelier n’a ce code\u00a0; regardez"},
		{"nobody", []string{"note"}, "convene: dites quelle question, et une idée\u00a0: note vision \"Nous apprenons"},
		{"nobody", []string{"dance"}, "conseil\u00a0: ssh -p PORT CODE@HOST help dit ce qui existe"},
	} {
		v := doorOf(h, g.limits, "").visitor
		v.User = c.user
		var said strings.Builder
		if g.Verb(t.Context(), v, c.args, &said, &said); !strings.Contains(said.String(), c.want) {
			t.Errorf("%s %q: %q, want %q", c.user, c.args, said.String(), c.want)
		}
	}
}

// What is said of an occasion over SSH: a kind, a topic, and behind it a day and a link, where they are.
func TestWhatHasHappenedIsReadWithoutQuotationMarks(t *testing.T) {
	day, link, other := workshop.Day("2026-11-20"), "https://wiki.example.org/m", workshop.OtherOccasion
	for line, want := range map[string]workshop.NoteOccasion{
		"brown-bag Mutation testing":                             {Kind: workshop.BrownBag, Topic: "Mutation testing"},
		"brown-bag Mutation testing 2026-11-20":                  {Kind: workshop.BrownBag, Topic: "Mutation testing", On: day},
		"other Talks " + link:                                    {Kind: other, Topic: "Talks", Minutes: link},
		"other Talks on 1 2 3 2026-11-20 " + link:                {Kind: other, Topic: "Talks on 1 2 3", On: day, Minutes: link},
		"other 2026-11-20":                                       {Kind: other, Topic: "2026-11-20"},
		"other " + link:                                          {Kind: other, Topic: link},
		"other Talks " + link + " 2026-11-20":                    {Kind: other, Topic: "Talks", On: day, Minutes: link},
		"other Who reads https://a.example.org " + link:          {Kind: other, Topic: "Who reads https://a.example.org", Minutes: link},
		"other Talks --on 2026-11-20":                            {Kind: other, Topic: "Talks", On: day}, // as on the command line
		"other Talks --minutes " + link + " --on " + string(day): {Kind: other, Topic: "Talks", On: day, Minutes: link},
		"other Turn it --on":                                     {Kind: other, Topic: "Turn it --on"},
		"other Talks 2026-11-20 2026-11-20 " + link:              {Kind: other, Topic: "Talks 2026-11-20", On: day, Minutes: link},
	} {
		if got, enough := occasionOf(strings.Fields(line)); got != want || !enough {
			t.Errorf("%q is %+v, %v", line, got, enough)
		}
	}
	for _, line := range []string{"", "other"} {
		if _, enough := occasionOf(strings.Fields(line)); enough {
			t.Errorf("%q is enough", line)
		}
	}
}

// The community's page, and what is noted in its record, are for those with a seat, and come after the end.
func TestTheCommunityOverSSHIsForThoseWhoBelongToIt(t *testing.T) {
	h, ids := furnished(t, 1)
	g := guests{house: h, limits: newLimits(time.Now)}
	run := func(key string, args ...string) (said string, status int) {
		v := doorOf(h, g.limits, key).visitor
		v.User = string(ids[0])
		var out strings.Builder
		status = g.Verb(t.Context(), v, args, &out, &out)
		return out.String(), status
	}
	ana := doorOf(h, g.limits, "SHA256:ana")
	join(t, come(t, ana, ids[0]), "Ana")
	for _, verb := range [][]string{{"community"}, {"happened", "other", "Talks"}} {
		if said, status := run("SHA256:ana", verb...); status != exitFailed || !strings.Contains(said, "that comes later") {
			t.Errorf("%v before the end: %d, %s", verb, status, said)
		}
	}
	finish(t, h, ids[0])
	noted := []string{"happened", "brown-bag", "Mutation", "testing", "https://wiki.example.org/m"}
	if said, status := run("SHA256:ana", noted...); status != exitDone || !strings.HasSuffix(said, ": Mutation testing\n") {
		t.Errorf("noted with %d: %s", status, said)
	}
	if said, status := run("SHA256:ana", "community"); status != exitDone || !strings.Contains(said, "Brown bag · Mutation testing") {
		t.Errorf("the page comes with %d:\n%s", status, said)
	}
	for _, c := range []struct {
		key    string
		args   []string
		status int
		says   string
	}{
		{"SHA256:eve", []string{"community"}, exitFailed, "only those who have a seat in this community see it"},
		{"", []string{"community"}, exitFailed, "only those who have a seat in this community see it"},
		{"SHA256:eve", []string{"happened", "other", "Talks"}, exitFailed, "your key has no seat"},
		{"SHA256:ana", []string{"happened"}, exitUsage, "say what it was, and what about: happened brown-bag"},
		{"SHA256:ana", []string{"happened", "party", "Cake"}, exitUsage, `there is no kind "party"`},
		{"SHA256:ana", []string{"community", "please"}, exitUsage, `"please" is too much`},
	} {
		if said, status := run(c.key, c.args...); status != c.status || !strings.Contains(said, c.says) {
			t.Errorf("%q %v: %d, %s", c.key, c.args, status, said)
		}
	}
}

// A screen keeps what was typed too late. A script has none, and must not be told so.
func TestANoteOfAScriptThatComesTooLateIsNotPromisedToBeKept(t *testing.T) {
	e := errand{Tongue: tongue.In(workshop.English)}
	if err := e.noted(workshop.ErrRevealed); err == nil || strings.Contains(err.Error(), "kept") {
		t.Errorf("it says %v", err)
	}
	if err := e.noted(workshop.ErrNotNow); !errors.Is(err, workshop.ErrNotNow) {
		t.Errorf("another refusal became %v", err)
	}
	if err := e.noted(nil); err != nil {
		t.Error(err)
	}
}
