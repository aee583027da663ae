package deck_test

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop"
	. "convene/workshop/deck"
	"convene/workshop/proof"
)

// written is a card as a person writes it.
const written = "[[cards]]\nabout = \"Time\"\ngreen = \"We take it.\"\nred = \"There is none.\"\n"

func TestACopyOfTheStandardCardsIsTheStandardCards(t *testing.T) {
	for _, l := range workshop.Languages() {
		got, err := Read(Page(l))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(Standard(l), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", l, diff)
		}
	}
}

func TestACardWithoutAnIDGetsTheWordsOfItsTitle(t *testing.T) {
	for about, want := range map[string]workshop.CardID{
		"Time":                    "time",
		"Time for the community":  "time-for-the-community",
		"  Du cœur à l’ouvrage !": "du-coeur-a-louvrage",
		"C++":                     "c",
		"Привет Go":               "go",
		"100 % of teams":          "100-of-teams",
		"One two three four five six seven eight nine":          "one-two-three-four-five-six-seven-eight",
		strings.Repeat("x", 20) + " " + strings.Repeat("y", 20): workshop.CardID(strings.Repeat("x", 20)),
		strings.Repeat("x", 20) + " " + strings.Repeat("y", 19): workshop.CardID(strings.Repeat("x", 20) + "-" + strings.Repeat("y", 19)),
		strings.Repeat("x", 60):                                 workshop.CardID(strings.Repeat("x", 40)),
	} {
		got, err := Read([]byte(strings.Replace(written, "Time", about, 1)))
		if err != nil || len(got) != 1 || got[0].ID != want {
			t.Errorf("%q: %+v, want the id %q: %v", about, got, want, err)
		}
	}
}

func TestAStandardCardInOtherWordsKeepsWhatItLeavesOut(t *testing.T) {
	own, err := Read([]byte("lang = \"fr\"\n[[cards]]\nid = \"fun\"\nabout = \"Rire ensemble\"\n" + written))
	if err != nil {
		t.Fatal(err)
	}
	usual := Standard(workshop.French)
	want := append([]workshop.HealthCard{}, usual...)
	want[7].About = "Rire ensemble"
	want = append(want, workshop.HealthCard{ID: "time", About: "Time", Red: "There is none.", Green: "We take it."})
	if diff := cmp.Diff(want, With(usual, own)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Standard(workshop.French), usual); diff != "" {
		t.Errorf("the others were changed:\n%s", diff)
	}
}

// What the manual shows as a file is one.
func TestTheExamplesInTheManualCanBeRead(t *testing.T) {
	manual, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile(`(?m)(?:^//\t.*\n)+(?:^//\n(?:^//\t.*\n)+)*`)
	files := example.FindAllString(string(manual), -1)
	if len(files) != 4 {
		t.Fatalf("there are %d examples: %q", len(files), files)
	}
	shown := strings.NewReplacer("//\t", "", "//\n", "\n")
	if got, err := Read([]byte(shown.Replace(files[0]))); err != nil || len(got) != 1 || got[0].ID != "time-for-the-community" {
		t.Errorf("%+v: %v", got, err)
	}
	if got, err := Read([]byte(shown.Replace(files[2]))); err != nil || len(got) != 1 || got[0].About != "Laughing together" {
		t.Errorf("%+v: %v", got, err)
	}
	for _, l := range workshop.Languages() {
		_, example, _ := strings.Cut(string(Page(l)), "#   [[cards]]")
		example, _, _ = strings.Cut(example, "#\n")
		if got, err := Read([]byte(strings.ReplaceAll("#   [[cards]]"+example, "#   ", ""))); err != nil || len(got) != 1 {
			t.Errorf("%s: %+v: %v", l, got, err)
		}
	}
}

func TestEveryMistakeIsToldWithItsLine(t *testing.T) {
	long := strings.Repeat("é", 300)
	const abc = "about = \"A\"\ngreen = \"B\"\nred = \"C\""
	card := func(lines string) string { return "# mine\n\n" + written + "\n[[cards]]\n" + lines } // its first line is the ninth
	for name, c := range map[string]struct{ page, says string }{
		"nothing": {"", "this file has no cards; each begins with a line [[cards]]"},
		"no cards": {
			"lang = \"fr\"\ncards = []",
			`line 2: "cards" is no value but a list of tables, each with the title [[cards]] and its own lines below`,
		},
		"no TOML":        {card("about: Time"), "line 9: this is no TOML: expected"},
		"no text at all": {"a\x00b", "line 1: this is no TOML"},
		"a language":     {"lang = \"de\"\n" + written, `line 1: "lang" is "en" or "fr"`},
		"a key": {
			"title = \"x\"\n" + written,
			`line 1: nothing here is called "title"; there is lang, cards`,
		},
		"another list": {
			written + "[[card]]\nabout = \"x\"",
			`line 5: nothing here is called "card"; there is lang, cards`,
		},
		"a key of a card": {
			card("gren = \"x\"\nid = \"help\"\n" + abc),
			`line 9: nothing here is called "gren"; there is id, about, green, red`,
		},
		"a table in a card": {
			card("id = \"help\"\n" + abc + "\n[cards.x]\ny = 1"),
			`line 13: nothing here is called "x"; there is id, about, green, red`,
		},
		"a list in a card": {
			card("id = \"help\"\n" + abc + "\n[[cards.x]]\ny = 1"),
			`line 13: nothing here is called "x"; there is id, about, green, red`,
		},
		"one bracket": {
			"\n[cards]\nabout = \"x\"",
			`line 2: "cards" is no value but a list of tables, each with the title [[cards]]`,
		},
		"a table by name": {"\n[cards.fun]\nabout = \"x\"", `line 2: "cards" is no value but a list of tables`},
		"in one line":     {"\ncards = [{about = \"x\"}]", `line 2: "cards" is no value but a list of tables`},
		"a text":          {"\ncards = \"x\"", `line 2: "cards" is no value but a list of tables`},
		"no title": {
			card("green = \"B\"\nred = \"C\""),
			`line 8: "about" is missing; say in a few words what the card is about`,
		},
		"no green": {
			card("about = \"A\"\nred = \"C\""),
			`line 8: "green" is missing; say how it is when all is well`,
		},
		"no red": {
			card("about = \"A\"\ngreen = \"C\""),
			`line 8: "red" is missing; say how it is when it needs attention`,
		},
		"no red of a standard": {
			card("id = \"fun\"\nabout = \"A\"\ngreen = \"C\""),
			`line 8: "red" is missing; write it, or put lang = "en" or "fr" at the top to keep that of the standard card`,
		},
		"an empty title": {
			card("id = \"a\"\nabout = \" \"\ngreen = \"B\"\nred = \"C\""),
			`line 10: "about" is empty; write what the card says there`,
		},
		"a long title": {
			card("id = \"a\"\nabout = \"" + long[:2*61] + "\"\ngreen = \"B\"\nred = \"C\""),
			`line 10: "about" has 61 characters, 1 too many: a card has room for 60`,
		},
		"a long green": {
			card("about = \"A\"\nred = \"C\"\ngreen = \"" + long[:2*282] + "\""),
			`line 11: "green" has 282 characters, 2 too many: a card has room for 280`,
		},
		"a number": {
			card("about = \"A\"\ngreen = 3\nred = \"C\""),
			`line 10: "green" is a text; put it between quotes`,
		},
		"a control character": {
			card("about = \"A\"\ngreen = \"\\u0007\"\nred = \"C\""),
			`line 10: "green" has a character in it that can't be shown; type it anew`,
		},
		"the same twice": {
			card("about = \"A\"\ngreen = \"B\"\nred = \"B\""),
			`line 8: "green" and "red" say the same; say of each what is different then`,
		},
		"an id in capitals": {
			card("id = \"Fun\"\n" + abc),
			`line 9: "id" is words of lower-case letters and digits, with hyphens between them, such as "ways-of-working"`,
		},
		"an id with an end": {card("id = \"fun-\"\n" + abc), `line 9: "id" is words`},
		"an empty id":       {card("id = \"\"\n" + abc), `line 9: "id" is words`},
		"a long id": {
			card("id = \"" + strings.Repeat("x", 42) + "\"\n" + abc),
			`line 9: "id" has 42 characters, 2 too many: there are at most 40`,
		},
		"an id twice": {
			card("id = \"a\"\n" + abc + "\n[[cards]]\nid = \"a\"\nabout = \"B\"\ngreen = \"B\"\nred = \"C\""),
			`line 13: the card in line 8 has the id "a" too; each needs one of its own`,
		},
		"a title twice": {
			card("about = \"time!\"\ngreen = \"B\"\nred = \"C\""),
			`line 8: "about" makes the id "time", which the card in line 3 has; write an id of its own`,
		},
		"an id that is written": {
			card("id = \"time\"\n" + abc),
			`line 3: "about" makes the id "time", which the card in line 8 has; write an id of its own`,
		},
		"no letters for an id": {
			card("about = \"如何\"\ngreen = \"B\"\nred = \"C\""),
			`line 8: nothing in "about" makes an id; write one, such as id = "onboarding"`,
		},
		"too many": {
			strings.Repeat(written, 32),
			`line 121: "cards" has 32 tables, 2 too many: there are at most 30`,
		},
		"nested": {
			card("a.b.c.d = 1"),
			`line 9: this is nested too deep; nothing goes deeper than a line below [[cards]]`,
		},
		"far too long": {strings.Repeat("#", MaxBytes+1), "this file is too long for a deck of cards; 64 kilobytes are plenty"},
	} {
		t.Run(name, func(t *testing.T) {
			cards, err := Read([]byte(c.page))
			var all proof.Mistakes
			if !errors.As(err, &all) || len(all) != 1 || !strings.HasPrefix(err.Error(), c.says) {
				t.Errorf("%v\nwant %s", err, c.says)
			}
			if cards != nil {
				t.Errorf("cards all the same: %+v", cards)
			}
		})
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	_, err := Read([]byte("lang = 3\n\n[[cards]]\nabout = \"\"\n\n[[cards]]\n\n  [[ cards ]] # a third\nid = \"help\"\ngreen = 1\n"))
	want := `line 1: "lang" is "en" or "fr"
line 3: "green" is missing; say how it is when all is well
line 3: "red" is missing; say how it is when it needs attention
line 4: "about" is empty; write what the card says there
line 6: "about" is missing; say in a few words what the card is about
line 6: "green" is missing; say how it is when all is well
line 6: "red" is missing; say how it is when it needs attention
line 8: "about" is missing; write it, or put lang = "en" or "fr" at the top to keep that of the standard card
line 8: "red" is missing; write it, or put lang = "en" or "fr" at the top to keep that of the standard card
line 10: "green" is a text; put it between quotes`
	if diff := cmp.Diff(want, fmt.Sprint(err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whoever knows the name of the file puts it into the mistakes.
func TestMistakesCanBeToldOfAFile(t *testing.T) {
	_, err := Read([]byte("\ncards = 1"))
	var all proof.Mistakes
	if !errors.As(err, &all) {
		t.Fatal(err)
	}
	all[0].File = "my.toml"
	if !strings.HasPrefix(err.Error(), `my.toml:2: "cards" is no value`) {
		t.Error(err)
	}
}

// Whatever cards are written down, with whatever comments and lines between, are read as they are.
func TestWhatIsWrittenIsRead(t *testing.T) {
	between := rapid.SampledFrom([]string{"", "\n", "# [[cards]]\n", "\n\t# x = \"\n", "\r\n"})
	words := rapid.StringMatching(`[a-z"\[\]#]( ?[a-zé"'\[\]=#.]){0,25}`)
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) workshop.HealthCard {
			return workshop.HealthCard{
				ID:    workshop.CardID(rapid.StringMatching(`[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,2}`).Draw(t, "id")),
				About: words.Draw(t, "about"), Red: words.Draw(t, "red"), Green: words.Draw(t, "green") + "!",
			}
		}), 1, 30, func(c workshop.HealthCard) workshop.CardID { return c.ID }).Draw(t, "cards")
		var page strings.Builder
		for _, c := range want {
			gap := func() { page.WriteString(between.Draw(t, "between")) }
			gap()
			page.WriteString("[[cards]]\n")
			for key, says := range map[string]string{"id": string(c.ID), "about": c.About, "red": c.Red, "green": c.Green} {
				fmt.Fprintf(&page, "%s = %q\n", key, says)
				gap()
			}
		}
		got, err := Read([]byte(page.String()))
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Fatalf("%v\n%s\n%s", err, diff, page.String())
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, l := range workshop.Languages() {
		f.Add(Page(l))
	}
	f.Add([]byte(written + "[[cards.x]]\n[[\"cards\"]]\nabout = '''\n[[cards]]'''\n"))
	f.Add([]byte("cards = [[], {a = 1}]\n[lang]\n\"\" = 1979-05-27\n"))
	f.Fuzz(func(t *testing.T, page []byte) {
		cards, err := Read(page)
		if err != nil {
			var all proof.Mistakes
			if !errors.As(err, &all) || len(all) == 0 || cards != nil {
				t.Fatalf("%T: %v, with %d cards", err, err, len(cards))
			}
			return
		}
		if len(cards) == 0 || len(cards) > workshop.MaxCards {
			t.Errorf("%d cards", len(cards))
		}
		for _, c := range cards {
			valid(t, c)
		}
		unique(t, cards)
	})
}
